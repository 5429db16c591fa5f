// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/invoice_pdf.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::documents;

class TstInvoicePdfWithoutGui : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void saysThatItNeedsOne() {
    const auto pdf = renderInvoicePdf({});
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, u"document.no_gui"_s);
  }
};

QTEST_GUILESS_MAIN(TstInvoicePdfWithoutGui)
#include "tst_invoice_pdf_without_gui.moc"
