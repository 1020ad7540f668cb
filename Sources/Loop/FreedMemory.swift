import CLinux

/// Memory that was freed and that the allocator keeps.
public enum FreedMemory {
    /// Gives it back to the system (malloc_trim(3)): reading a schedule takes many times the room of what comes of it,
    /// and the next reading may be weeks away.
    public static func letGo() { malloc_trim(0) }
}
