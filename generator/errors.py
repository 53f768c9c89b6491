"""Faults that end a command with one clear line instead of a traceback.

Faults *in articles* are not exceptions: they are `model.Problem` values, gathered and printed together.
"""


class UserError(Exception):
    """A fault only the user can mend; its message says what is wrong and what to do, in one line."""


class MissingPipelineError(UserError):
    """The spaCy pipeline named in the settings is not installed."""
