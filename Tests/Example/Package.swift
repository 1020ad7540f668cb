// swift-tools-version: 6.1
import PackageDescription

// What another project writes to use the time engine: the product, and nothing unsafe.
let package = Package(
    name: "example",
    dependencies: [.package(name: "troth", path: "../..")],
    targets: [
        .executableTarget(name: "next-times", dependencies: [.product(name: "Recurrence", package: "troth")])
    ]
)
