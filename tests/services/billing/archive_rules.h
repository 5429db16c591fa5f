// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QStringList>
#include <algorithm>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

/// What a PDF/A-3b asks (ISO 19005-3), as far as the objects of a file tell it.
namespace tenantry::tests {

class ArchiveRules {
public:
  /// A line for each fault, with its clause; empty: none.
  static QStringList faults(const QByteArray &file) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("paper", file.constData(), static_cast<size_t>(file.size()));
    ArchiveRules rules(pdf);
    rules.lookAtFile(file);
    rules.lookAtCatalog();
    rules.lookAtOutput();
    rules.lookAtMetadata();
    for (auto object : pdf.getAllObjects())
      rules.lookAt(object);
    if (pdf.anyWarnings())
      rules.m_faults += QStringLiteral("it does not parse without a warning");
    return rules.m_faults;
  }

private:
  explicit ArchiveRules(QPDF &pdf) : m_pdf(pdf) {}

  void need(bool holds, const char *clause, const char *what) {
    const auto line = QLatin1StringView(clause) + QStringLiteral(": ") + QLatin1StringView(what);
    if (!holds && !m_faults.contains(line))
      m_faults += line;
  }

  static bool isName(QPDFObjectHandle object, const std::vector<std::string> &names) {
    return object.isName() && std::ranges::count(names, object.getName()) > 0;
  }

  static QByteArray bytesOf(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(data->getBuffer()),
            static_cast<qsizetype>(data->getSize())};
  }

  void lookAtFile(const QByteArray &file) {
    const auto comment = file.mid(file.indexOf('\n') + 1, 5);
    need(file.startsWith("%PDF-1.7\n") && comment.startsWith('%') &&
             std::all_of(comment.begin() + 1, comment.end(),
                         [](char c) { return static_cast<uchar>(c) > 127; }),
         "6.1.2", "its head says version and that it is binary");
    need(file.trimmed().endsWith("%%EOF") && file.size() - file.lastIndexOf("%%EOF") <= 7, "6.1.3",
         "nothing follows its end");
    auto trailer = m_pdf.getTrailer();
    auto id = trailer.getKey("/ID");
    need(id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
             !id.getArrayItem(0).getStringValue().empty(),
         "6.1.3", "its trailer has an ID");
    need(!trailer.hasKey("/Encrypt"), "6.1.3", "it is not encrypted");
  }

  void lookAtCatalog() {
    auto root = m_pdf.getRoot();
    for (const auto *key :
         {"/AA", "/OpenAction", "/AcroForm", "/Requirements", "/Perms", "/OCProperties"})
      need(!root.hasKey(key), "6.4, 6.5, 6.9, 6.12", "the catalogue asks for nothing that happens");
  }

  /// One intent whose profile is of three colours, and nothing in the file asks for a fourth.
  void lookAtOutput() {
    auto intents = m_pdf.getRoot().getKey("/OutputIntents");
    auto intent = intents.isArray() && intents.getArrayNItems() == 1
                      ? intents.getArrayItem(0)
                      : QPDFObjectHandle::newDictionary();
    need(isName(intent.getKey("/S"), {"/GTS_PDFA1"}), "6.2.3", "it says for which output it is");
    auto profile = intent.getKey("/DestOutputProfile");
    const auto icc = profile.isStream() ? bytesOf(profile) : QByteArray();
    need(icc.mid(36, 4) == "acsp" && icc.mid(16, 4) == "RGB " && icc.size() > 8 && icc[8] <= 4 &&
             (icc.mid(12, 4) == "mntr" || icc.mid(12, 4) == "prtr") &&
             profile.getDict().getKey("/N").isInteger() &&
             profile.getDict().getKey("/N").getIntValue() == 3,
         "6.2.2, 6.2.3", "the profile of its output is an ICC one of RGB");
  }

  void lookAtMetadata() {
    auto metadata = m_pdf.getRoot().getKey("/Metadata");
    const auto xmp = metadata.isStream() ? bytesOf(metadata) : QByteArray();
    need(xmp.contains("<pdfaid:part>3</pdfaid:part>") &&
             xmp.contains("<pdfaid:conformance>B</pdfaid:conformance>"),
         "6.6.4", "its metadata say that it is PDF/A-3b");
    need(xmp.contains("<?xpacket begin=\"\xEF\xBB\xBF\"") && !xmp.left(80).contains("bytes=") &&
             !xmp.left(80).contains("encoding="),
         "6.6.2.1", "its metadata are a packet of XMP");
  }

  void lookAt(QPDFObjectHandle object) {
    auto dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary())
      return;
    if (object.isStream()) {
      need(!dictionary.hasKey("/F") && !dictionary.hasKey("/FFilter"), "6.1.7.1",
           "no stream lies in another file");
      auto filter = dictionary.getKey("/Filter");
      for (auto &one : filter.isArray() ? filter.getArrayAsVector() : std::vector{filter})
        need(!isName(one, {"/LZWDecode", "/Crypt"}), "6.1.7.2", "no stream is packed by LZW");
      need(!dictionary.hasKey("/Alternates") && !dictionary.hasKey("/OPI") &&
               !(dictionary.getKey("/Interpolate").isBool() &&
                 dictionary.getKey("/Interpolate").getBoolValue()),
           "6.2.8", "images are as they are");
    }
    need(!isName(dictionary.getKey("/S"),
                 {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData",
                  "/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView"}),
         "6.5.1", "it does nothing by itself");
    need(!dictionary.hasKey("/TR") && !dictionary.hasKey("/HTP") &&
             (!dictionary.hasKey("/BM") || isName(dictionary.getKey("/BM"), {"/Normal"})),
         "6.2.5", "its states of drawing are plain");
    for (const auto &key : dictionary.getKeys())
      need(!isName(dictionary.getKey(key), {"/DeviceCMYK"}), "6.2.4.3", "no colour is of CMYK");
    auto notes = dictionary.getKey("/Annots");
    need(!isName(dictionary.getKey("/Type"), {"/Page"}) ||
             (!dictionary.hasKey("/AA") && !(notes.isArray() && notes.getArrayNItems() > 0)),
         "6.3, 6.5.2", "pages lie still, and nothing lies upon them");
    if (isName(dictionary.getKey("/Type"), {"/Font"}))
      lookAtFont(dictionary);
  }

  void lookAtFont(QPDFObjectHandle font) {
    if (isName(font.getKey("/Subtype"), {"/Type0"}))
      return; // its descendant has the letters
    auto letters = font.getKey("/FontDescriptor");
    need(letters.isDictionary() &&
             (letters.getKey("/FontFile").isStream() || letters.getKey("/FontFile2").isStream() ||
              letters.getKey("/FontFile3").isStream()),
         "6.2.11.4.1", "its fonts are embedded");
    auto map = font.getKey("/CIDToGIDMap");
    need(!isName(font.getKey("/Subtype"), {"/CIDFontType2"}) || map.isStream() ||
             isName(map, {"/Identity"}),
         "6.2.11.3.2", "its letters are found");
  }

  QPDF &m_pdf;
  QStringList m_faults;
};

} // namespace tenantry::tests
