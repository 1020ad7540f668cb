// To be filled by the target's first file, which removes this one.
