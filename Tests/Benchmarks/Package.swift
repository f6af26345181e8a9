// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that measuring costs nothing to those who only build.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "strata", path: "../..")],
    targets: [
        .executableTarget(
            name: "Bench", dependencies: [.product(name: "Strata", package: "strata")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
