// swift-tools-version: 6.1
import PackageDescription

// A package of its own: its programs have libFuzzer's main function, and the Makefile knows the flags for that.
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "strata", path: "../..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        // The same files as in the unit tests, by a link.
        .target(
            name: "Properties", dependencies: [.product(name: "LibvirtXML", package: "strata")], swiftSettings: settings
        ),
        .target(name: "Entry", dependencies: ["CLibFuzzer", "Properties"], swiftSettings: settings),
    ]
        + ["FuzzParser", "FuzzEdit", "FuzzDiff", "FuzzSchema"].map { name in
            .executableTarget(name: name, dependencies: ["Entry", "Properties"], swiftSettings: settings)
        }
)
