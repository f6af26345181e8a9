@testable import LibvirtXML

/// Edits as bytes: what is done, where and with what, three bytes to a step.
struct Script {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    /// One edit: the element around everything that may change, what is done, and what must be so then.
    struct Step {
        var scope: XMLNode.ID
        /// The child of the scope that comes, goes or changes.
        var touched: XMLNode.ID?
        var holds: (XMLDocument) -> Bool = { _ in true }
    }

    private static let names = ["a", "name", "disk", "größe", "x-1", "qemu:arg", "type", "xmlns:qemu", "_", "source"]
    private static let texts = [
        "", "text", "a<'\"&>\n\r\t€", "]]>", " ", "\r\n", "\u{1}\u{FFFE}x", "&amp;&#10;", "-->", "<b/>", "0", "日本",
    ]
    private static let paths = [
        "name", "@type", "os/boot/@dev", "devices/disk/source/@file", "a/b/c", "qemu:commandline/qemu:arg/@value", "",
        "title", "devices/emulator", "metadata/x/@y",
    ]
    private static let fragments = [
        "<a/>", "<disk type='file'>\n</disk>", "<?xml version='1.0'?>\r\n<!-- c --><x> 1 </x >\n", "<b", "",
        "<x:y xmlns:x=\"u\" a='1'><z/>t</x:y>", "\u{FEFF}<w><!-- --><![CDATA[<]]></w>", "<qemu:arg value='&#65;'/>",
    ]

    /// Makes the next edit; `nil` at the end.
    mutating func perform(on document: inout XMLDocument) -> Step? {
        guard let kind = bytes.popFirst(), let place = bytes.popFirst(), let choice = bytes.popFirst() else {
            return nil
        }
        let elements = document.standingElements
        let element = elements[Int(place) % elements.count]
        let name = Self.pick(Self.names, choice), text = Self.pick(Self.texts, choice / 10)
        switch kind % 9 {
        case 0:
            document.setAttribute(name, to: text, of: element.id)
            return Step(scope: element.id) { $0.node(element.id).attribute(name) == Self.written(text) }
        case 1:
            document.removeAttribute(name, of: element.id)
            return Step(scope: element.id) { $0.node(element.id).attribute(name) == nil }
        case 2:
            document.setText(text, of: element.id)
            return Step(scope: element.id) { $0.node(element.id).text == Self.written(text) }
        case 3:
            document.rename(element.id, to: name)
            return Step(scope: element.id) { $0.node(element.id).name == name }
        case 4:
            guard let parent = element.parent, parent.kind == .element else { return Step(scope: element.id) }
            document.remove(element.id)
            return Step(scope: parent.id, touched: element.id) { !$0.contains(element.id) }
        case 5:
            let new = NewElement(name, ["type": text], text: text) { choice < 128 ? NewElement("in", text: text) : nil }
            let id = document.insert(new, into: element.id, at: Self.place(choice, in: element))
            return Step(scope: element.id, touched: id) { $0.node(id).attribute("type") == Self.written(text) }
        case 6:
            let fragment = Self.pick(Self.fragments, choice)
            let id = try? document.insert(xml: fragment, into: element.id, at: Self.place(choice / 8, in: element))
            return Step(scope: element.id, touched: id) { id.map($0.contains) ?? true }
        case 7:
            guard let node = element.children.first(where: { $0.kind != .element }) else { fallthrough }
            document.remove(node.id)
            return Step(scope: element.id) { !$0.contains(node.id) }
        default:
            let path = Self.pick(Self.paths, choice)
            return write(choice < 128 ? text : nil, at: path, below: element.id, in: &document)
        }
    }

    /// What a view does: elements on the way are made, and a namespace is declared on the outermost one.
    private func write(_ text: String?, at path: String, below id: XMLNode.ID, in document: inout XMLDocument) -> Step {
        var view = View<DomainDocument.Fields>(document: document, id: id)
        view[path] = text
        document = view.document
        return Step(scope: path.contains(":") ? document.root.id : id) { document in
            let read = View<DomainDocument.Fields>(document: document, id: id)[path]
            return path.isEmpty || read == text.map(Self.written)
        }
    }

    private static func place(_ choice: UInt8, in element: XMLNode) -> XMLDocument.Place {
        switch choice % 4 {
        case 0: .libvirtOrder
        case 1: .first
        case 2: .last
        default: element.children.last.map { .after($0.id) } ?? .last
        }
    }

    private static func pick(_ choices: [String], _ choice: UInt8) -> String { choices[Int(choice) % choices.count] }

    /// What is read back: XML cannot hold everything.
    private static func written(_ text: String) -> String {
        text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{FFFE}", with: "\u{FFFD}")
    }
}
