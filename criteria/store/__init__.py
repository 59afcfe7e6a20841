"""Problems and scenarios kept beyond a session: documents in append-only versions under tokens that nobody can guess."""

from criteria.store.connect import Store, connect
from criteria.store.errors import NotAllowedError, NotKeptError, StoreError
from criteria.store.kept import Kept, Version
from criteria.store.rights import Actor

__all__ = ["Actor", "Kept", "NotAllowedError", "NotKeptError", "Store", "StoreError", "Version", "connect"]
