// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/invoice_attachment.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

constexpr auto fileName = "factur-x.xml";
constexpr auto producer = "Tenantry";

/// Metadata as ISO 19005-3, 6.6.2, and the extension schema of Factur-X 1.0, 6.2, want them. The
/// dates are those of the document information, to the second.
QByteArray metadata(const QString &title, const QString &made) {
  const auto property = [](const char *name, const char *description) {
    return u"<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%1</pdfaProperty:name>"
           u"<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
           u"<pdfaProperty:category>external</pdfaProperty:category>"
           u"<pdfaProperty:description>%2</pdfaProperty:description></rdf:li>"_s.arg(
               QLatin1StringView(name), QLatin1StringView(description));
  };
  const QString schema =
      u"<rdf:Description rdf:about=\"\" "
      u"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
      u"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
      u"xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/"
      u"property#\"><pdfaExtension:schemas><rdf:Bag>"
      u"<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Factur-X PDFA Extension Schema"
      u"</"
      u"pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:"
      u"1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</"
      u"pdfaSchema:prefix><pdfaSchema:property>"
      u"<rdf:Seq>"_s +
      property("DocumentFileName", "The name of the embedded XML document") +
      property("DocumentType", "The type of the hybrid document") +
      property("Version", "The version of the standard") +
      property("ConformanceLevel", "The conformance level of the embedded XML document") +
      u"</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
      u"</rdf:Description>"_s;
  const QString said =
      u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      u"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      u"xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      u"<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
      u"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>"
      u"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
      u"<rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title></rdf:Description>"
      u"<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>%2"
      u"</pdf:Producer></rdf:Description>"
      u"<rdf:Description rdf:about=\"\" "
      u"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>"
      u"%2</xmp:CreatorTool><xmp:CreateDate>%3</xmp:CreateDate><xmp:ModifyDate>%3</xmp:ModifyDate>"
      u"</rdf:Description>%4"
      u"<rdf:Description rdf:about=\"\" "
      u"xmlns:fx=\"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#\">"
      u"<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>%5</fx:DocumentFileName>"
      u"<fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"
      u"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"_s.arg(
          title.toHtmlEscaped(), QLatin1StringView(producer), made, schema,
          QLatin1StringView(fileName));
  return said.toUtf8();
}

std::string pdfDate(Instant at) {
  QString text = toIso(std::chrono::floor<std::chrono::seconds>(at)); // 2026-01-31T09:00:00Z
  return "D:" + text.remove(u'-').remove(u':').remove(u'T').remove(u'Z').toStdString() + "+00'00'";
}

void attach(QPDF &document, const QByteArray &xml, const std::string &made) {
  auto stream = QPDFEFStreamObjectHelper::createEFStream(document, xml.toStdString());
  stream.setSubtype("text/xml").setCreationDate(made).setModDate(made);
  auto file = QPDFFileSpecObjectHelper::createFileSpec(document, fileName, stream);
  file.setDescription("Factur-X invoice");
  file.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Alternative"));
  QPDFEmbeddedFileDocumentHelper(document).replaceEmbeddedFile(fileName, file);
  document.getRoot().replaceKey("/AF", QPDFObjectHandle::newArray({file.getObjectHandle()}));
}

void describe(QPDF &document, const QString &title, Instant at, const std::string &made) {
  auto stream = document.newStream(
      metadata(title, toIso(std::chrono::floor<std::chrono::seconds>(at))).toStdString());
  stream.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  stream.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  document.getRoot().replaceKey("/Metadata", stream);
  auto info = QPDFObjectHandle::newDictionary();
  info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title.toStdString()));
  info.replaceKey("/Creator", QPDFObjectHandle::newString(producer));
  info.replaceKey("/Producer", QPDFObjectHandle::newString(producer));
  info.replaceKey("/CreationDate", QPDFObjectHandle::newString(made));
  info.replaceKey("/ModDate", QPDFObjectHandle::newString(made));
  document.getTrailer().replaceKey("/Info", document.makeIndirectObject(info));
}

} // namespace

Result<QByteArray> attachInvoice(const QByteArray &pdf, const QByteArray &xml, const QString &title,
                                 Instant made) {
  try {
    QPDF document;
    document.processMemoryFile("invoice", pdf.constData(), static_cast<size_t>(pdf.size()));
    const auto date = pdfDate(made);
    attach(document, xml, date);
    describe(document, title, made, date);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true); // ISO 19005-3, 6.1.7.1
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
  } catch (const std::exception &fault) {
    return fail(u"document.not_written"_s,
                u"The electronic form could not be put into %1: %2"_s.arg(
                    title, QString::fromUtf8(fault.what())));
  }
}

} // namespace tenantry::documents
