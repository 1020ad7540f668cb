import CivilTime
import Glibc
import Recurrence
import ZoneFiles

// recurrence-bench RULES.TSV QUERIES   times the rules of a file, one JSON line each
// recurrence-bench --seeded [SEED]      times 1,000 seeded rules in 20 zones, 1970–2200, and weighs them
// recurrence-bench --elapsed [SEED]     the same with steps of exact length, as a schedule has them unless it says otherwise
// recurrence-bench --rules [SEED]       prints those rules as such a file

let arguments = CommandLine.arguments
let seeded = SeededRun(seed: arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1)
if arguments.count >= 2, arguments[1] == "--seeded" {
    seeded.run()
    seeded.weigh()
} else if arguments.count >= 2, arguments[1] == "--elapsed" {
    let elapsed = SeededRun(seed: seeded.seed, subdaily: .elapsed)
    elapsed.run()
    elapsed.weigh()
} else if arguments.count >= 2, arguments[1] == "--rules" {
    seeded.list()
} else if arguments.count >= 2 {
    FileRun(path: arguments[1], queries: arguments.count > 2 ? Int(arguments[2]) ?? 100_000 : 100_000).run()
} else {
    print("usage: recurrence-bench RULES.TSV [QUERIES] | --seeded [SEED] | --elapsed [SEED] | --rules [SEED]")
    exit(64)
}
