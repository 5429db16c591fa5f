// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/pay_offer.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/toast.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

PayOffer::PayOffer(models::Connection &connection, Act act,
                   std::function<const models::InvoiceSheet *()> sheet, QWidget *pane)
    : QAction(ui::icon(u"credit-card"_s),
              act == Act::Refund ? tr("Refund…") : tr("Record payment…"), pane),
      m_connection(connection), m_act(act), m_sheet(std::move(sheet)), m_pane(pane) {
  setShortcut(Qt::CTRL | Qt::SHIFT | (act == Act::Refund ? Qt::Key_G : Qt::Key_P));
  setShortcutContext(Qt::WidgetWithChildrenShortcut);
  pane->addAction(this);
  connect(this, &QAction::triggered, this, &PayOffer::open);
  connect(&m_connection, &models::Connection::connectedChanged, this, &PayOffer::follow);
  follow();
}

QString PayOffer::obstacle(const models::InvoiceSheet *sheet) const {
  using Status = billing::InvoiceStatus;
  const auto &rights = m_connection.rights();
  if (!rights.mayPay)
    return notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
  if (!m_connection.isConnected())
    return tr("There is no connection to the database");
  if (!sheet)
    return tr("No invoice is chosen");
  if (sheet->note)
    return tr("A credit note is not paid");
  const auto status = sheet->invoice.status;
  if (status == Status::Draft || status == Status::Void)
    return tr("A draft or void invoice takes no payment");
  if (m_act == Act::Refund && sheet->invoice.paid - sheet->money.refunding() <= 0)
    return tr("Nothing was paid that could be given back");
  return {};
}

void PayOffer::follow() {
  const auto why = obstacle(m_sheet());
  setEnabled(why.isEmpty());
  setToolTip(why);
  Q_EMIT changed();
}

void PayOffer::open() {
  const auto *sheet = m_sheet();
  if (m_dialog || !obstacle(sheet).isEmpty())
    return;
  m_dialog = new PayDialog(m_connection, m_act, *sheet, m_pane->window());
  connect(m_dialog, &PayDialog::finishedWith, m_pane, [pane = m_pane](const QString &what) {
    Toast::present(pane->window(), {what, {}}, height::statusBar);
  });
  connect(m_dialog, &PayDialog::finishedWith, this, &PayOffer::paid);
  m_dialog->open();
}

} // namespace tenantry::ui
