"""Changes to authors' files on their behalf: each at one place, with all else, comments too, left as it was."""
