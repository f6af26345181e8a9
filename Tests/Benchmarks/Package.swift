// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that measuring costs nothing to those who only build.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "strata", path: "../..")],
    targets: [
        // The library brings the flags of libxml2 along.
        .target(
            name: "CBaseline", dependencies: [.product(name: "Strata", package: "strata")],
            linkerSettings: [.linkedLibrary("virt")]),
        .executableTarget(
            name: "Bench", dependencies: ["CBaseline", .product(name: "Strata", package: "strata")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
