"""The steps by which an older ledger becomes one of today's, in order; Alembic carries them out."""
