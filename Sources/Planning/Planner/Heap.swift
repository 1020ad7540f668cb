/// A binary min-heap: the smallest element is at hand, adding and removing cost the logarithm of its size.
struct Heap<Element: Comparable> {
    private(set) var elements: [Element] = []

    init() {}

    /// Takes `elements` in linear time.
    init(_ elements: [Element]) {
        self.elements = elements
        for i in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(from: i) }
    }

    var first: Element? { elements.first }
    var isEmpty: Bool { elements.isEmpty }

    /// The smallest element that satisfies `isWanted`; looks only below those that do not.
    func first(where isWanted: (Element) -> Bool) -> Element? {
        var best: Element?
        var places = elements.isEmpty ? [] : [0]
        while let place = places.popLast() {
            let element = elements[place]
            if let best, !(element < best) { continue }
            if isWanted(element) {
                best = element
            } else {
                places += [2 * place + 1, 2 * place + 2].filter { $0 < elements.count }
            }
        }
        return best
    }

    mutating func push(_ element: Element) {
        elements.append(element)
        var child = elements.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard elements[child] < elements[parent] else { return }
            elements.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> Element? {
        guard let top = elements.first else { return nil }
        let last = elements.removeLast()
        if !elements.isEmpty {
            elements[0] = last
            sink(from: 0)
        }
        return top
    }

    private mutating func sink(from start: Int) {
        var parent = start
        while true {
            var child = 2 * parent + 1
            guard child < elements.count else { return }
            if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
            guard elements[child] < elements[parent] else { return }
            elements.swapAt(child, parent)
            parent = child
        }
    }
}

extension Heap: Sendable where Element: Sendable {}
