// swift-tools-version: 6.1
import PackageDescription

// Decided once, for every target.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "strata",
    products: [
        .library(name: "Libvirt", targets: ["Libvirt"]),
        .library(name: "LibvirtXML", targets: ["LibvirtXML"]),
        .library(name: "StrataLayers", targets: ["StrataLayers"]),
        .library(name: "Strata", targets: ["Strata"]),
        .executable(name: "strata", targets: ["StrataCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibvirt", pkgConfig: "libvirt", providers: [.apt(["libvirt-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // libvirt loads both of these anyway, so they cost no start-up: fetching images, and their checksums.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"])]),
        .systemLibrary(name: "CGnuTLS", pkgConfig: "gnutls", providers: [.apt(["libgnutls28-dev"])]),
        .target(name: "Quantities", swiftSettings: settings),
        .target(name: "Libvirt", dependencies: ["CLibvirt", "Quantities", logging], swiftSettings: settings),
        .target(name: "LibvirtXML", dependencies: ["CLibXML2", "Quantities"], swiftSettings: settings),
        .target(name: "StrataLayers", dependencies: ["Libvirt", "LibvirtXML", "Quantities"], swiftSettings: settings),
        .target(
            name: "Strata",
            dependencies: ["StrataLayers", "Libvirt", "LibvirtXML", "Quantities", "CCurl", "CGnuTLS"],
            swiftSettings: settings),
        .executableTarget(name: "StrataCLI", dependencies: ["Strata", argumentParser], swiftSettings: settings),

        // Writes Sources/Libvirt/Generated from libvirt's own description of its API.
        .executableTarget(
            name: "generate-libvirt", dependencies: ["CLibXML2"], path: "Tests/Generator", swiftSettings: settings),

        // The README's example, compiled as it stands there.
        .executableTarget(
            name: "embedding-example", dependencies: ["Libvirt", "LibvirtXML"], path: "Tests/Embedding",
            swiftSettings: settings),

        // Makes the n-th call of libvirt fail and counts what is allocated, in one program that is made for that.
        .target(name: "Faults", path: "Tests/Faults"),
        .executableTarget(
            name: "fault-injection", dependencies: ["Faults", "Libvirt", "TestSupport"], path: "Tests/FaultInjection",
            swiftSettings: settings),

        .target(name: "TestSupport", dependencies: ["Libvirt"], path: "Tests/Support", swiftSettings: settings),
        .testTarget(name: "GeneratorTests", dependencies: ["generate-libvirt", "Libvirt"], swiftSettings: settings),
        .testTarget(
            name: "StrataLayersTests", dependencies: ["StrataLayers", "LibvirtXML", "Quantities", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "LibvirtXMLTests", dependencies: ["LibvirtXML", "Quantities"],
            exclude: ["Coverage/untyped.txt", "Coverage/newer.txt", "Coverage/words.txt", "Corpus"],
            swiftSettings: settings),
        .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: settings),
        .testTarget(
            name: "StrataCLITests",
            dependencies: ["StrataCLI", "Strata", "TestSupport", "embedding-example", argumentParser],
            swiftSettings: settings),
        .testTarget(name: "StrataTests", dependencies: ["Strata", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "LibvirtTests", dependencies: ["Libvirt", "TestSupport"], exclude: ["Coverage/ignored.txt"],
            swiftSettings: settings),
        .testTarget(
            name: "IntegrationTests", dependencies: ["StrataCLI", "Strata", "Libvirt", "LibvirtXML", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: settings),
    ]
)
