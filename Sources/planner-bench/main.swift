import Glibc

// planner-bench [RITUALS [DAYS]]            plans many rituals that the program builds
// planner-bench --parsed [RITUALS [DAYS]]   the same rituals, read from the text of a schedule

var arguments = CommandLine.arguments.dropFirst()[...]
let isParsed = arguments.first == "--parsed"
if isParsed { arguments.removeFirst() }
let numbers = arguments.map { Int($0) ?? 0 }
guard numbers.count <= 2, numbers.allSatisfy({ $0 > 0 }) else {
    print("usage: planner-bench [--parsed] [RITUALS [DAYS]]")
    exit(64)
}
PlanningRun(rituals: numbers.first ?? 100_000, days: numbers.count > 1 ? numbers[1] : 1, isParsed: isParsed).run()
