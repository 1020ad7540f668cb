/// An array in pages, so that appending never moves what is there.
struct Pages<Element: Sendable>: Sendable {
    private static var length: Int { 256 }

    private var pages: [[Element]] = []
    private(set) var count = 0

    init() {}

    subscript(_ place: Int) -> Element {
        get { pages[place / Self.length][place % Self.length] }
        _modify { yield &pages[place / Self.length][place % Self.length] }
    }

    mutating func append(_ element: Element) {
        if count == pages.count * Self.length {
            pages.append([])
            pages[pages.count - 1].reserveCapacity(Self.length)
        }
        pages[pages.count - 1].append(element)
        count += 1
    }
}
