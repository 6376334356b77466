"""Writers: what words the facts."""
