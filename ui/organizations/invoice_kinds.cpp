// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoice_kinds.h"
#include "models/billing/issued_invoices_model.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using billing::InvoiceFilter;
using models::IssuedInvoicesModel;

namespace {

struct InvoiceKinds {
  Q_DECLARE_TR_FUNCTIONS(InvoiceKinds)
};

constexpr std::array chosenKinds{InvoiceFilter::Draft,      InvoiceFilter::Open,
                                 InvoiceFilter::Overdue,    InvoiceFilter::Paid,
                                 InvoiceFilter::Void,       InvoiceFilter::Uncollectible,
                                 InvoiceFilter::Unanswered, InvoiceFilter::CreditNote};

QString kindWord(const QString &key) {
  switch (IssuedInvoicesModel::kindOf(key)) {
  case InvoiceFilter::All:
    return {};
  case InvoiceFilter::Open:
    return InvoiceKinds::tr("Open");
  case InvoiceFilter::Overdue:
    return InvoiceKinds::tr("Overdue");
  case InvoiceFilter::Paid:
    return InvoiceKinds::tr("Paid");
  case InvoiceFilter::Void:
    return InvoiceKinds::tr("Void");
  case InvoiceFilter::Uncollectible:
    return InvoiceKinds::tr("Uncollectible");
  case InvoiceFilter::Draft:
    return InvoiceKinds::tr("Draft");
  case InvoiceFilter::CreditNote:
    return InvoiceKinds::tr("Credit notes");
  case InvoiceFilter::Unanswered:
    return InvoiceKinds::tr("Unanswered");
  }
  return {};
}

} // namespace

FilterOffer invoiceKinds() {
  return {InvoiceKinds::tr("Status"), u"kind"_s,
          [] {
            QStringList values;
            for (const auto kind : chosenKinds)
              values += IssuedInvoicesModel::kindKey(kind);
            return values;
          },
          kindWord};
}

} // namespace tenantry::ui
