"""The screens of the page: each reads its widgets, calls one use case and shows one view."""
