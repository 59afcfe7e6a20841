"""Problems and scenarios kept beyond a session: documents in append-only versions under tokens that nobody can guess."""

from criteria.store.connect import Store, connect
from criteria.store.errors import NotKeptError, StoreError
from criteria.store.kept import Kept, Version

__all__ = ["Kept", "NotKeptError", "Store", "StoreError", "Version", "connect"]
