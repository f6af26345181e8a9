internal import FoundationEssentials

extension ImageCatalogue {
    /// The entries that a file has.
    static func entries(in data: Data, of file: String) throws -> [ImageEntry] {
        let written: Written
        do { written = try JSONDecoder().decode(Written.self, from: data) } catch {
            throw Failure(.badDefinition, file, Self.words(for: error), hint: "a file of images is {\"images\": […]}")
        }
        var entries: [ImageEntry] = []
        for (index, entry) in written.images.enumerated() {
            let place = "\(file): image \(index + 1)" + (entry.name.map { " ('\($0)')" } ?? "")
            do { entries.append(try ImageEntry(entry)) } catch let error as CatalogueError {
                throw Failure(.badDefinition, place, error.message)
            }
            if entries.dropLast().contains(where: { $0.name == entry.name }) {
                throw Failure(.badDefinition, place, "there is another one of that name in the file")
            }
        }
        return entries
    }

    private struct Written: Decodable {
        var images: [WrittenEntry]
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case let error as CatalogueError: error.message
        case DecodingError.keyNotFound(let key, _): "there is no '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of the wrong kind"
        default: "it is no JSON"
        }
    }
}
