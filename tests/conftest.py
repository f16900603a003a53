"""Settings of all tests: no test is timed, so none may fail because the machine is busy."""

from hypothesis import settings

settings.register_profile("enduse", deadline=None)
settings.load_profile("enduse")
