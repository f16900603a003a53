"""The registers of regions and towns that ship are those that the script makes of the lists of GeoNames."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.places import GEONAMES, REGISTERS, main


def test_script_makes_the_files_that_ship(tmp_path: Path) -> None:
    if not (GEONAMES / "cities15000.txt").is_file():
        pytest.skip("the lists of GeoNames are not beside this checkout")
    main(GEONAMES, tmp_path)
    for name in ("regions.tsv", "towns.tsv"):
        assert (tmp_path / name).read_bytes() == (REGISTERS / name).read_bytes(), name
