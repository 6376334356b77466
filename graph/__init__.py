"""The case: elements, relations and the passages that state them. No model, no network, nothing of ours below."""
