"""A flow keeps its id when claims are added to it."""

from __future__ import annotations

from enduse.model.flow import Flow, FlowCount


def test_id_is_of_what_the_flow_is() -> None:
    bare = Flow("no", "br", "armour.tank", "2031")
    assert bare.id == Flow("no", "br", "armour.tank", "2031", (FlowCount("planned", False, 1, 1, 1),), ("clm-1",)).id
    assert bare.id != Flow("no", None, "armour.tank", "2031").id
    assert bare.id.startswith("flw-")
