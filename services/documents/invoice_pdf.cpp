// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/invoice_pdf.h"

#include "services/documents/invoice_layout.h"
#include <QBuffer>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

struct Drawn {
  QByteArray pdf;
  int pages = 0;
};

Result<Drawn> drawOnce(const InvoiceDocument &document, int pageCount) {
  Drawn drawn;
  QBuffer buffer(&drawn.pdf);
  const Paper paper = usesLetterPaper(document.country) ? Paper::Letter : Paper::A4;
  buffer.open(QIODevice::WriteOnly);
  PageCanvas canvas(buffer, paper, titleOf(document));
  if (canvas.begin())
    drawn.pages = InvoiceLayout(document, canvas, pageCount).draw();
  if (drawn.pages == 0 || !canvas.end())
    return fail(u"document.not_written"_s,
                u"The PDF of %1 could not be written"_s.arg(titleOf(document)));
  return drawn;
}

} // namespace

Result<QByteArray> renderInvoicePdf(const InvoiceDocument &document) {
  // Qt aborts where text is drawn without one
  if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
    return fail(
        u"document.no_gui"_s,
        u"A PDF needs the program to run as a QGuiApplication (platform “offscreen” will do)"_s);
  TENANTRY_TRY(first, drawOnce(document, 1));
  if (first.pages == 1)
    return std::move(first.pdf);
  TENANTRY_TRY(second, drawOnce(document, first.pages));
  return std::move(second.pdf);
}

} // namespace tenantry::documents
