"""A review in the browser: every key and form does what it says, and nothing that is decided gets lost."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from tests.service.fakes import reading
from tests.web.conftest import PAGE, keep, with_text_before

from enduse.model import Role
from enduse.model.record import Judgement, Lease, Verdict
from enduse.service.desks import look
from enduse.service.ledgers import open_ledger
from enduse.web.app import create_app
from enduse.web.settings import Settings

HOSTILE = 'قال 🚀 <img src=x onerror=alert(1)> "quoted" & \r\n <!-- </article> --> '
HIDDEN = ("queue", "near", "seed", "seen")
LONG_AGO, SINCE = "2031-01-01T00:00:00.000000Z", "2031-01-01T00:15:00.000000Z"


class Person:
    """One person's side of a review: the forms of a page, filled in and sent."""

    def __init__(self, client: TestClient, *, script: bool = False) -> None:
        self.client = client
        self.page = client.get("/review")
        self.headers = {"x-desk": "1"} if script else {}

    @property
    def claim(self) -> str:
        """The id of the claim on the screen."""
        found = re.search(r'data-claim="(clm-\w+)"', self.page.text)
        assert found, self.page.text[-1500:]
        return found[1]

    def fields(self, **given: object) -> dict[str, object]:
        """What a form of the page sends: its hidden fields, and what is given."""
        found = {"csrf": re.search(r'<meta name="csrf" content="(\w+)"', self.page.text)}
        found |= {name: re.search(rf'name="{name}" value="([^"]*)"', self.page.text) for name in HIDDEN}
        return {name: html.unescape(one[1]) for name, one in found.items() if one} | given

    def send(self, form: str, **given: object) -> Response:
        """Send a form of the page."""
        self.page = self.client.post(form, data=self.fields(**given), headers=self.headers)
        return self.page

    def begin(self, queue: str = "uncertain", **given: object) -> Response:
        """Take a queue."""
        return self.send("/review/next", queue=queue, **given)

    def first(self) -> str:
        """Begin, and give the id of the first claim."""
        self.begin()
        return self.claim

    def decide(self, **given: object) -> Response:
        """Decide the claim on the screen."""
        return self.send(f"/review/{self.claim}/decide", **given)

    def correct(self, **given: object) -> Response:
        """Correct it; what is given takes the place of what the form would send."""
        values = dict.fromkeys(re.findall(r'name="span" value="([^"]+)" checked', self.page.text))
        labels = dict(re.findall(r'<select name="(\w+)">.*?<option value="([^"]*)" selected', self.page.text))
        return self.send(f"/review/{self.claim}/correct", **{"span": list(values), **labels, **given})


@pytest.fixture
def people(where: str) -> Iterator[list[Person]]:
    """Two people at one server."""
    app = create_app(Settings(where, proxy_header="X-User"))

    def client(name: str) -> TestClient:
        return TestClient(
            app, base_url="http://localhost", headers=PAGE | {"x-user": name}, client=("127.0.0.1", 5)
        )  # fmt: skip

    with client("ana") as ana:
        yield [Person(ana), Person(client("ben"))]


@pytest.fixture
def ana(people: list[Person]) -> Person:
    return people[0]


def judged(where: str, claim: str) -> list[tuple[str, str, str]]:
    """Who decided what of a claim, and why."""
    return [(j.by, j.verdict.value, j.why) for j in look(where, claim).item.standing]


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "unsure"])
def test_decision_is_kept_with_name_and_reason_and_the_next_claim_comes(
    ana: Person, where: str, verdict: str
) -> None:  # fmt: skip
    first = ana.first()
    assert ana.decide(verdict=verdict, why=" only a\x00 plan\n").status_code == 200
    assert judged(where, first) == [("ana", verdict, "only a  plan")]
    assert ana.claim != first
    assert f"/review/{ana.claim}?queue=uncertain" in str(ana.page.url)
    assert f'last: <span class="verdict verdict-{verdict}">{verdict}' in ana.page.text


def test_script_gets_the_next_claim_in_one_answer(where: str) -> None:
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as client:
        person = Person(client, script=True)
        person.begin()
        answer = person.decide(verdict="accepted")
        assert (answer.status_code, answer.history) == (200, [])
        assert answer.headers["content-location"] == f"/review/{person.claim}?queue=uncertain"


def test_skip_later_and_undo(ana: Person, where: str) -> None:
    first = ana.first()
    ana.send(f"/review/{first}/skip")
    second = ana.claim
    ana.send(f"/review/{second}/later")
    third = ana.claim
    assert len({first, second, third}) == 3
    ana.decide(verdict="rejected")
    assert ana.claim == second
    ana.send("/review/undo")
    assert (ana.claim, judged(where, third)) == (third, [])
    assert ana.send("/review/undo").status_code == 400
    assert "nothing to undo" in ana.page.text


def test_end_of_a_queue_is_said_and_progress_shown(ana: Person) -> None:
    ana.begin()
    for _ in range(3):
        ana.decide(verdict="accepted")
    assert "Nothing is left in the queue" in ana.page.text
    assert "<strong>3</strong> of <strong>3</strong> claims decided" in ana.page.text
    rows = list(csv.DictReader(ana.client.get("/review.csv").text.splitlines()))
    assert [(row["by"], row["accepted"]) for row in rows] == [("ana", "3")]
    assert ana.client.get("/review.json").json()["rows"][0]["decisions"] == 3


def test_audit_and_near_stay_in_the_address(ana: Person) -> None:
    ana.begin("audit", seed=7)
    ana.decide(verdict="accepted")
    assert "queue=audit&seed=7" in str(ana.page.url)
    ana.begin("uncertain", near=0.9)
    assert "queue=uncertain&near=0.9" in str(ana.page.url)


def test_two_people_never_hold_the_same_claim(people: list[Person]) -> None:
    ana, ben = people
    ana.begin()
    ben.begin()
    assert ana.claim != ben.claim
    theirs = ana.claim
    ben.page = ben.client.get(f"/review/{theirs}")
    assert "ana has this claim now" in ben.page.text
    assert ben.decide(verdict="accepted").status_code == 409
    assert "ana has the claim now" in ben.page.text
    assert "accepted</strong> by ben" in ben.page.text


def test_decision_after_the_end_of_a_lease_is_kept_while_nobody_else_has_the_claim(
    ana: Person, where: str
) -> None:  # fmt: skip
    claim = ana.first()
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add([Lease(claim, "ana", writer.at, writer.at), Lease("clm-x", "ben", LONG_AGO, SINCE)])
    assert look(where, claim).lease is None
    assert ana.decide(verdict="accepted").status_code == 200
    assert judged(where, claim) == [("ana", "accepted", "")]


def test_stale_decision_is_refused_with_both_shown_and_can_be_kept_knowingly(people: list[Person], where: str) -> None:
    ana, ben = people
    claim = ana.first()
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add(
            [Lease(claim, "ana", writer.at, writer.at), Judgement(claim, Verdict.REJECTED, "eva", writer.at, "no <b>")]
        )
    answer = ana.decide(verdict="accepted", why="stands in line 1")
    assert answer.status_code == 409
    for shown in ("rejected</strong> by eva", "no &lt;b&gt;", "accepted</strong> by ana", "stands in line 1"):
        assert shown in answer.text
    assert judged(where, claim) == [("eva", "rejected", "no <b>")]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.text.split("<form")[1]))
    assert ana.client.post(f"/review/{claim}/decide", data=fields).status_code == 200
    assert judged(where, claim)[1:] == [("ana", "accepted", "stands in line 1")]
    assert "eva" not in ben.client.get(f"/review/{ben.first()}").text


def test_stale_correction_shows_the_corrected_claim_and_loses_nothing(ana: Person, where: str) -> None:
    claim = ana.first()
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add([Judgement(claim, Verdict.UNSURE, "eva", writer.at)])
    answer = ana.correct(stance="alleged", why="so they say")
    assert answer.status_code == 409
    assert "Mine, not kept" in answer.text
    assert 'name="stance" value="alleged"' in answer.text
    assert answer.text.count('name="span" value="') == len(look(where, claim).item.kept.claim.roles)


def test_second_reader_does_not_see_the_first_and_a_third_judges_between(people: list[Person], where: str) -> None:
    ana, ben = people
    claim = ana.first()
    ana.decide(verdict="accepted", why="secret reason")
    assert ben.begin("second").status_code == 200
    assert ben.claim == claim
    for hidden in ("secret reason", "by ana", "accepted by"):
        assert hidden not in ben.page.text
    assert ben.correct(stance="alleged").status_code == 200
    ana.begin("disputed")
    assert ana.claim == claim
    assert "secret reason" in ana.page.text
    assert "corrected</strong> by ben" in ana.page.text
    ana.decide(take=2, why="ben is right")
    assert judged(where, claim)[-1] == ("ana", "corrected", "ben is right")


def test_labels_are_corrected_by_the_form_alone(ana: Person, where: str) -> None:
    ana.page = ana.client.get(f"/review/{promised(ana)}")
    claim = ana.claim
    assert ana.correct(status="planned", why="no promise").status_code == 200
    (made,) = look(where, claim).item.corrections
    assert (made.status, made.stance, len(made.roles)) == ("planned", "stated", 4)


def test_words_are_typed_and_taken_away_without_script(ana: Person, where: str) -> None:
    ana.page = ana.client.get(f"/review/{promised(ana)}")
    claim = ana.claim
    spans = re.findall(r'name="span" value="([^"]+)"', ana.page.text)
    kept = [value for value in spans if not value.startswith("condition")]
    ana.correct(span=kept, add_role=["purpose", "time"], add_words=["the truce", ""])
    (made,) = look(where, claim).item.corrections
    assert Role.CONDITION not in made.roles
    assert [span.text for span in made.roles[Role.PURPOSE]] == ["the truce"]


def test_referent_is_named_from_the_registers(ana: Person, where: str) -> None:
    ana.page = ana.client.get(f"/review/{promised(ana)}")
    claim = ana.claim
    value = re.search(r'name="of" value="(weapon:[^"]+)"', ana.page.text)[1]  # type: ignore[index]
    ana.correct(of=[value], named=["weapon:anti_armour.rocket"])
    (found,) = [r for r in look(where, claim).item.kept.resolutions if r.resolver == "review-ana"]
    assert (found.role, found.scheme, found.code) == ("weapon", "weapon", "anti_armour.rocket")
    assert judged(where, claim)[0][1] == "accepted"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "nothing is corrected yet"), ({"type": "diversion"}, "has a mode"),
        ({"span": ["weapon:3-3"]}, "nothing is selected"), ({"span": ["weapon:0-99999"]}, "outside the text"),
        ({"span": ["tank:0-3"]}, "is no span"), ({"add_role": ["time"], "add_words": ["in May"]}, "does not stand"),
    ],
)  # fmt: skip
def test_correction_that_cannot_be_comes_back_as_it_was_sent(
    ana: Person, where: str, given: dict[str, object], said: str
) -> None:
    ana.page = ana.client.get(f"/review/{promised(ana)}")
    claim = ana.claim
    answer = ana.correct(why="my reason", **given)
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)
    assert 'value="my reason"' in answer.text
    assert '<details id="correct" open>' in answer.text
    assert judged(where, claim) == []


def test_words_behind_emoji_and_arabic_are_corrected_where_they_stand(tmp_path: Path) -> None:
    read = with_text_before(
        reading("transfer planned stated: {supplier:Norland} will send {weapon:rifles} to the navy 🚀 of Averna."),
        HOSTILE,
    )
    where = keep(str(tmp_path / "x.db"), read)
    text = read.document.text
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as client:
        person = Person(client)
        person.begin()
        assert "<img" not in person.page.text
        assert "<!-- </article>" not in person.page.text
        claim, units = person.claim, text.encode("utf-16-le")
        start = units.index("the navy 🚀 of Averna".encode("utf-16-le")) // 2
        value = f"recipient:{start}-{start + len('the navy 🚀 of Averna') + 1}"
        spans = re.findall(r'name="span" value="([^"]+)"', person.page.text)
        inside = f"recipient:{start}-{start + len('the navy ') + 1}"
        assert person.correct(span=[*spans, inside]).status_code == 422
        assert "inside a character" in person.page.text
        assert person.correct(span=[*spans, value]).status_code == 200
    (made,) = look(where, claim).item.corrections
    assert [span.text for span in made.roles[Role.RECIPIENT]] == ["the navy 🚀 of Averna"]
    assert made.roles[Role.RECIPIENT][0].start == text.index("the navy")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("decide", {}), ("decide", {"verdict": "corrected"}), ("decide", {"take": "1"}),
        ("decide", {"verdict": "maybe"}), ("decide", {"verdict": "accepted", "unknown": "x"}),
        ("correct", {"type": "war"}), ("decide", {"verdict": "accepted", "near": "nan"}),
        ("decide", {"verdict": "accepted", "why": "x" * 2_001}),
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused(ana: Person, where: str, path: str, data: dict[str, str]) -> None:
    ana.begin()
    assert ana.send(f"/review/{ana.claim}/{path}", **data).status_code in {400, 422}


POSTS = ("/review/next", "/review/undo", *(f"/review/clm-1/{do}" for do in ("decide", "correct", "skip", "later")))


@pytest.mark.parametrize("path", POSTS)
def test_nobody_decides_without_the_right_or_the_token(where: str, path: str) -> None:
    settings = [
        Settings(where, read_only=True), Settings(where, proxy_header="X-User", proxy_right="read"), Settings(where)
    ]  # fmt: skip
    for one in settings:
        with TestClient(
            create_app(one), base_url="http://localhost", headers=PAGE | {"x-user": "ida"}, client=("127.0.0.1", 5)
        ) as client:
            page = client.get("/review").text
            token = re.search(r'<meta name="csrf" content="(\w+)">', page)
            assert token
            sent = {} if one is settings[2] else {"csrf": token[1]}
            assert client.post(path, data=sent).status_code == 403
            assert ("Begin</button>" in page) == (one is settings[2])


def test_claim_that_is_not_there_is_404(ana: Person) -> None:
    ana.begin()
    assert ana.client.get("/review/clm-none").status_code == 404
    assert ana.send("/review/clm-none/skip").status_code == 404


def promised(person: Person) -> str:
    """The id of the claim that Norland promises."""
    (row,) = person.client.get("/claims.json", params={"statuses": "promised"}).json()["rows"]
    return str(row["id"])
