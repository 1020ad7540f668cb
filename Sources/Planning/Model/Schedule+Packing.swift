extension Schedule {
    /// Lays the rituals' ids and texts close together.
    ///
    /// Texts that came out of a file lie among what was let go of since, and each would keep a page of memory. Titles
    /// and messages move into one long text, from which each ritual has its stretch. Ids are needed one by one: they
    /// move out of the way and then to where there is room, into the gaps between other things first.
    public mutating func pack() {
        let size = rituals.reduce(0) { $0 + $1.words.byteCount }
        guard UInt32(exactly: size) != nil else { return }
        var texts: [UInt8] = []
        texts.reserveCapacity(size)
        var ids: [UInt8] = []
        var ends: [Int] = []
        ends.reserveCapacity(rituals.count)
        for index in rituals.indices {
            rituals[index].words.move(to: &texts)
            ids += rituals[index].id.text.utf8
            ends.append(ids.count)
            rituals[index].id = RitualID("")
        }
        let whole = String(decoding: texts, as: UTF8.self)
        texts = []
        var start = 0
        for index in rituals.indices {
            rituals[index].words.lie(in: whole)
            rituals[index].id = RitualID(String(decoding: ids[start..<ends[index]], as: UTF8.self))
            start = ends[index]
        }
    }
}
