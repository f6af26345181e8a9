extension XMLDocument {
    /// This document with libvirt's own prefixes for its namespaces, in which libvirt writes whatever others it is given.
    var withUsualPrefixes: XMLDocument {
        var result = self
        for element in root.elements {
            guard let prefix = element.prefix, let namespace = element.namespace,
                let usual = Namespaces.known.first(where: { $0.value == namespace })?.key, usual != prefix
            else { continue }
            let xml = element.xml.replacing("<\(prefix):", with: "<\(usual):")
                .replacing("</\(prefix):", with: "</\(usual):")
                .replacing("xmlns:\(prefix)=", with: "xmlns:\(usual)=")
            result.setAttribute("xmlns:" + usual, to: namespace, of: result.root.id)
            guard (try? result.insert(xml: xml, into: result.root.id, at: .after(element.id))) != nil else { continue }
            result.remove(element.id)
        }
        return result
    }
}
