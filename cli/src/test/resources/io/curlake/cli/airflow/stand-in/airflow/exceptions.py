class AirflowException(Exception):
    """Fails a task; it is tried again where it has retries."""


class AirflowFailException(AirflowException):
    """Fails a task at once, whatever its retries."""
