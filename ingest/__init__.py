"""Documents in: proposes what a document says, never decides."""
