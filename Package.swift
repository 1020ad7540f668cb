// swift-tools-version: 6.1
import PackageDescription

/// Settings every target shares: explicit existentials, imports that stay inside unless said otherwise.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func pure(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources,
        swiftSettings: settings)
}

let package = Package(
    name: "troth",
    products: [
        .library(name: "Recurrence", targets: ["CivilTime", "Recurrence"]),
        .executable(name: "trothd", targets: ["trothd"]),
        .executable(name: "troth", targets: ["troth"]),
        .executable(name: "troth-mail", targets: ["troth-mail"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // The pure core: no clock, no files, no imports from outside.
        pure("CivilTime"),
        pure("Recurrence", ["CivilTime"]),
        pure("TOML"),
        pure("JSON"),
        pure("Planning", ["CivilTime", "Recurrence"]),
        pure("Decks", ["Planning"]),
        pure("ICalendar", ["CivilTime", "Planning"]),
        pure("HTML"),
        pure("Templates"),
        pure("Mail", ["CivilTime", "HTML", "ICalendar", "JSON", "Planning"]),
        pure("Wording", ["TOML", "CivilTime", "HTML", "Recurrence", "Planning", "Decks"]),
        pure("Interchange", ["CivilTime", "Recurrence", "Planning", "ICalendar", "Wording"]),
        pure("ScheduleFile", ["TOML", "CivilTime", "Recurrence", "Planning", "Decks", "Wording"]),
        pure("Control", ["CivilTime", "Recurrence", "JSON", "Planning", "Wording"]),

        // The edges: each speaks to one part of the world.
        pure("ZoneFiles", ["CivilTime"]),
        pure("Loop", ["CLinux"]),
        pure("Systemd", ["Loop", "CLinux", "CSystemd"]),
        pure("Ledgers", ["CivilTime", "Planning", "CSQLite"]),
        pure("Channels", ["CivilTime", "ICalendar", "JSON", "Mail", "Planning", "Loop", "Systemd", "CLinux"]),
        pure(
            "Daemon",
            [
                "CivilTime", "Recurrence", "Planning", "Wording", "ScheduleFile", "Control", "JSON", "Loop", "Systemd",
                "ZoneFiles", "CLinux",
            ]),

        // The programs: they alone name concrete adapters.
        .executableTarget(
            name: "trothd", dependencies: ["Daemon", "Ledgers", "Channels", "Planning", "Loop", "Systemd", "Wording"],
            swiftSettings: settings),
        .executableTarget(
            name: "troth",
            dependencies: [
                "CivilTime", "Recurrence", "JSON", "Planning", "Decks", "Wording", "ScheduleFile", "Control", "Ledgers",
                "Channels", "Daemon", "ICalendar", "Interchange", "Loop", "Systemd", "Templates", "ZoneFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "troth-mail", dependencies: ["JSON", "Mail", "Planning", "CCurl", "CLinux"], swiftSettings: settings),
        .executableTarget(
            name: "recurrence-bench", dependencies: ["CivilTime", "Recurrence", "ZoneFiles", "CLinux"], swiftSettings: settings),
        .executableTarget(
            name: "planner-bench",
            dependencies: ["CivilTime", "Recurrence", "Planning", "ScheduleFile", "ZoneFiles", "CLinux"],
            swiftSettings: settings),

        // Headers of the system's libraries; no C sources.
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        tests("CivilTimeTests", ["CivilTime", "ZoneFiles"]),
        tests("ZoneFilesTests", ["CivilTime", "ZoneFiles"]),
        tests("RecurrenceTests", ["CivilTime", "Recurrence", "JSON", "ZoneFiles"]),
        tests("TOMLTests", ["TOML", "JSON"]),
        tests("JSONTests", ["JSON"]),
        tests("PlanningTests", ["CivilTime", "Recurrence", "Planning", "ZoneFiles"]),
        tests("DecksTests", ["Decks", "Planning", "Wording"]),
        tests("WordingTests", ["CivilTime", "Recurrence", "Planning", "Decks", "Wording", "TOML"]),
        tests(
            "ScheduleFileTests",
            ["ScheduleFile", "Planning", "Recurrence", "CivilTime", "TOML", "Wording", "ZoneFiles"], exclude: ["Cases"]),
        tests(
            "TemplatesTests",
            ["Templates", "ScheduleFile", "Planning", "Recurrence", "CivilTime", "Wording", "ZoneFiles"], exclude: ["Years"]),
        tests("ControlTests", ["Control", "JSON", "Planning", "Recurrence", "CivilTime"]),
        tests("LoopTests", ["Loop"]),
        tests("SystemdTests", ["Systemd", "Loop"]),
        tests("LedgersTests", ["Ledgers", "Planning", "CivilTime", "Recurrence"]),
        tests("ICalendarTests", ["ICalendar", "Planning", "CivilTime", "Recurrence", "ZoneFiles"]),
        tests(
            "InterchangeTests",
            ["Interchange", "ICalendar", "Planning", "CivilTime", "Recurrence", "ScheduleFile", "Wording", "ZoneFiles"]),
        tests("ChannelsTests", ["Channels", "ICalendar", "Mail", "Planning", "CivilTime", "Loop", "Systemd", "JSON"]),
        tests("DaemonTests", ["Daemon", "Planning", "Recurrence", "CivilTime", "Loop", "Ledgers", "ZoneFiles"]),
        tests(
            "ViewTests",
            [
                "Daemon", "Control", "Channels", "ICalendar", "Interchange", "Mail", "Planning", "CivilTime", "JSON", "Loop",
                "Systemd", "Wording",
            ]),
        tests("ProgramTests", ["JSON"]),
        tests("ArchitectureTests", []),
    ]
)
