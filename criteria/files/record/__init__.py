"""A decision record: one zip that people read, machines check, and this software opens again as the equal problem and scenario."""

from criteria.files.record.decision import Decision
from criteria.files.record.package import Reopened, record_zip, reopened

__all__ = ["Decision", "Reopened", "record_zip", "reopened"]
