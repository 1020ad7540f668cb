// The composition lives here.
