internal import ArgumentParser
internal import Strata

/// What a new guest boots from: exactly one of these.
struct GuestSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An image of an installed system, made for clouds: a file, a URL, or a name of `strata image list`.",
            valueName: "image"), completion: .imageSources)
    var image: String?

    @Option(help: ArgumentHelp("A bootable ISO image, and a new disk beside it.", valueName: "file"))
    var iso: String?

    @Option(help: ArgumentHelp("A disk that is there: its path, or path=…,format=….", valueName: "disk"))
    var disk: String?

    @Option(help: ArgumentHelp("A kernel that is started directly.", valueName: "file"))
    var kernel: String?

    @Option(help: ArgumentHelp("The initial RAM disk of --kernel.", valueName: "file"))
    var initrd: String?

    @Option(help: ArgumentHelp("The command line of --kernel; console=ttyS0 without it.", valueName: "words"))
    var append: String?

    @Option(
        help: ArgumentHelp("A definition, or -, of which everything is taken but name and UUID.", valueName: "file"))
    var xml: String?

    @Flag(help: "The network, and a new disk.")
    var pxe = false

    /// The source that was named.
    func source() throws -> GuestSpec.Source {
        let named: [(option: String, source: GuestSpec.Source?)] = [
            ("--image", image.map { .image($0) }), ("--iso", iso.map { .iso($0) }),
            ("--disk", disk.map { .disk($0) }),
            ("--kernel", kernel.map { .kernel($0, initrd: initrd, commandLine: append) }),
            ("--xml", xml.map { .definition($0 == "-" ? "/dev/stdin" : $0) }), ("--pxe", pxe ? .network : nil),
        ]
        let given = named.filter { $0.source != nil }
        guard given.count == 1, let source = given[0].source else {
            throw Failure(
                .wrongValue, given.isEmpty ? "create" : given.map(\.option).joined(separator: " and "),
                given.isEmpty ? "it is not said what the guest boots from" : "a guest boots from one of them",
                hint: "say one of \(named.map(\.option).joined(separator: ", "))")
        }
        if kernel == nil, let lonely = [("--initrd", initrd), ("--append", append)].first(where: { $0.1 != nil }) {
            throw Failure(.wrongValue, lonely.0, "it goes with a kernel", hint: "say --kernel, too")
        }
        return source
    }
}
