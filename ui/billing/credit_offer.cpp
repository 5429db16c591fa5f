// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/credit_offer.h"
#include "ui/billing/credit_dialog.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/toast.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CreditOffer::CreditOffer(models::Connection &connection,
                         std::function<const models::InvoiceSheet *()> sheet, QWidget *pane)
    : QAction(ui::icon(u"minus"_s), tr("Credit…"), pane), m_connection(connection),
      m_sheet(std::move(sheet)), m_pane(pane) {
  setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
  setShortcutContext(Qt::WidgetWithChildrenShortcut);
  pane->addAction(this);
  connect(this, &QAction::triggered, this, &CreditOffer::open);
  connect(&m_connection, &models::Connection::connectedChanged, this, &CreditOffer::follow);
  follow();
}

CreditDialog *CreditOffer::dialog() const { return m_dialog; }

QString CreditOffer::obstacle(const models::InvoiceSheet *sheet) const {
  using Status = billing::InvoiceStatus;
  const auto &rights = m_connection.rights();
  if (!rights.mayCredit)
    return notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  if (!m_connection.isConnected())
    return tr("There is no connection to the database");
  if (!sheet)
    return tr("No invoice is chosen");
  if (sheet->note)
    return tr("This is a credit note already");
  if (sheet->invoice.status != Status::Open && sheet->invoice.status != Status::Paid)
    return tr("Only an invoice that is open or paid is credited");
  return sheet->invoice.total > sheet->creditedInAll() ? QString()
                                                       : tr("All of it was credited already");
}

void CreditOffer::follow() {
  const auto why = obstacle(m_sheet());
  setEnabled(why.isEmpty());
  setToolTip(why);
  Q_EMIT changed();
}

void CreditOffer::open() {
  const auto *sheet = m_sheet();
  if (m_dialog || !obstacle(sheet).isEmpty())
    return;
  m_dialog = new CreditDialog(m_connection, *sheet, m_pane->window());
  connect(m_dialog, &CreditDialog::credited, m_pane, [pane = m_pane](const QString &what) {
    Toast::present(pane->window(), {what, {}}, height::statusBar);
  });
  m_dialog->open();
}

} // namespace tenantry::ui
