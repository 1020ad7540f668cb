/// The number of letters to insert, drop, replace or swap with the neighbour to get
/// from one word to the other, or nil where it is more than `most`.
func editDistance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
    guard abs(left.count - right.count) <= most else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        if (current.min() ?? 0) > most { return nil }
        beforeLast = last
        last = current
    }
    return last[right.count] <= most ? last[right.count] : nil
}

/// Whether one letter turns one word into the other.
func isOneEditApart(_ left: String, _ right: String) -> Bool {
    editDistance(Array(left.utf8), Array(right.utf8), most: 1) == 1
}
