internal import ArgumentParser
internal import Strata

struct ImageListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the images on this host, or those that can be fetched.",
        discussion: """
            Example:
              strata image list --catalogue
            """)

    @Flag(help: "Those that can be fetched by name.")
    var catalogue = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard !catalogue else {
            return try output.format.print(Rows(rows: try ImageCatalogue.read().entries.map(CatalogueRow.init)))
        }
        try output.format.print(Rows(rows: ImageStore().list().map(ImageRow.init)))
    }
}

/// One image of the store in a list.
struct ImageRow: TableRow {
    static let headings = ["NAME", "FORMAT", "DISK", "FILE", "OS", "SHA-256"]

    let image: StoredImage

    init(_ image: StoredImage) { self.image = image }

    var cells: [String] {
        [
            image.name, image.format, "\(image.virtualSize)", "\(image.size)", image.os ?? "-",
            image.id.map { String($0.prefix(12)) } ?? "-",
        ]
    }

    func encode(to encoder: any Encoder) throws { try image.encode(to: encoder) }
}

/// One image of the catalogue in a list.
struct CatalogueRow: TableRow {
    static let headings = ["NAME", "OS", "URL"]

    let entry: ImageEntry

    init(_ entry: ImageEntry) { self.entry = entry }

    var cells: [String] { [entry.name, entry.system ?? "-", entry.url] }

    private enum CodingKeys: String, CodingKey { case name, os, url, format }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry.name, forKey: .name)
        try container.encodeIfPresent(entry.system, forKey: .os)
        try container.encode(entry.url, forKey: .url)
        try container.encode(entry.format, forKey: .format)
    }
}
