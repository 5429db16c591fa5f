// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/money_offer.h"
#include "ui/billing/money_words.h"
#include "ui/billing/pay_words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString draftName(MoneyOffer::Kind kind) {
  switch (kind) {
  case MoneyOffer::Kind::Credit:
    return u"credit"_s;
  case MoneyOffer::Kind::Receive:
    return u"payment"_s;
  case MoneyOffer::Kind::TakeBack:
    return u"take-back"_s;
  case MoneyOffer::Kind::Void:
    return u"void"_s;
  case MoneyOffer::Kind::Again:
    return u"again"_s;
  case MoneyOffer::Kind::Refund:
  case MoneyOffer::Kind::Adjust:
  case MoneyOffer::Kind::PayOut:
    break;
  }
  return u"refund"_s;
}

/// That can be taken back, the latest first.
std::vector<payments::InvoicePayment> recordedOf(const models::InvoiceSheet &sheet) {
  std::vector<payments::InvoicePayment> recorded;
  for (const auto &payment : sheet.money.payments)
    if (payment.isRecorded)
      recorded.push_back(payment);
  return recorded;
}

} // namespace

MoneyOffer::MoneyOffer(models::Connection &connection, Kind kind,
                       std::function<const models::InvoiceSheet *()> sheet, QWidget *pane)
    : QAction(pane), m_connection(connection), m_kind(kind), m_sheet(std::move(sheet)),
      m_pane(pane) {
  switch (kind) {
  case Kind::Credit:
    setText(tr("Credit…"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    break;
  case Kind::Receive:
    setText(tr("Record payment…"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    break;
  case Kind::Refund:
  case Kind::Adjust:
  case Kind::PayOut:
    setText(tr("Refund…"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    break;
  case Kind::TakeBack:
    setText(tr("Take back payment…"));
    setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_P);
    break;
  case Kind::Void:
    setText(tr("Void…"));
    setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    break;
  case Kind::Again:
    setText(tr("Issue again…"));
    setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_N);
    break;
  }
  setIcon(ui::icon(kind == Kind::Credit     ? u"minus"_s
                   : kind == Kind::Void     ? u"x"_s
                   : kind == Kind::Again    ? u"file-text"_s
                   : kind == Kind::TakeBack ? u"repeat"_s
                                            : u"credit-card"_s));
  setShortcutContext(Qt::WidgetWithChildrenShortcut);
  pane->addAction(this);
  connect(this, &QAction::triggered, this, &MoneyOffer::open);
  connect(&m_connection, &models::Connection::connectedChanged, this, &MoneyOffer::follow);
  follow();
}

QString MoneyOffer::missingRight() const {
  const auto &rights = m_connection.rights();
  if (m_kind == Kind::Credit || m_kind == Kind::Void || m_kind == Kind::Again)
    return rights.mayCredit
               ? QString()
               : notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  return rights.mayPay ? QString()
                       : notForGroups(rights.groups, {u"finance"_s, u"administrator"_s});
}

QString MoneyOffer::notOf(const models::InvoiceSheet &sheet) const {
  using Status = billing::InvoiceStatus;
  const auto &invoice = sheet.invoice;
  if (m_kind == Kind::Credit) {
    if (sheet.note)
      return tr("This is a credit note already");
    if (invoice.status != Status::Open && invoice.status != Status::Paid)
      return tr("Only an open or paid invoice can be credited");
    return invoice.total > sheet.creditedInAll() ? QString() : tr("All of it was credited already");
  }
  if (m_kind == Kind::Void)
    return notVoided(sheet);
  if (m_kind == Kind::TakeBack)
    return recordedOf(sheet).empty() ? tr("No payment of it was recorded by hand") : QString();
  if (m_kind == Kind::Again) {
    if (sheet.note || invoice.status != Status::Void)
      return tr("Only a void invoice can be issued again");
    return sheet.again.again ? tr("It was issued again already") : QString();
  }
  if (sheet.note)
    return tr("A credit note cannot be paid");
  if (invoice.status == Status::Draft || invoice.status == Status::Void)
    return tr("A draft or void invoice takes no payment");
  if (m_kind == Kind::Refund && invoice.paid - sheet.money.refunding() <= 0)
    return tr("Nothing was paid that could be given back");
  if (m_kind == Kind::Refund && sheet.money.goneBack() > 0 && sheet.money.left() == 0)
    return tr("What was paid went back at the provider: nothing can be given back");
  return {};
}

QString MoneyOffer::notVoided(const models::InvoiceSheet &sheet) {
  const auto &invoice = sheet.invoice;
  if (sheet.note)
    return tr("A credit note cannot be voided");
  if (invoice.status != billing::InvoiceStatus::Open)
    return tr("Only an open invoice can be voided");
  if (invoice.paid > 0)
    return tr("Something was paid for it: credit it instead");
  return invoice.credited > 0 || !sheet.credits.empty()
             ? tr("Something of it was credited: credit the rest instead")
             : QString();
}

QString MoneyOffer::refusal() const {
  const auto missing = missingRight();
  return missing.isEmpty() && !m_connection.isConnected() ? offLineReason() : missing;
}

QString MoneyOffer::obstacle(const models::InvoiceSheet *sheet) const {
  if (const auto refused = refusal(); !refused.isEmpty())
    return refused;
  return sheet ? notOf(*sheet) : tr("No invoice is chosen");
}

void MoneyOffer::follow() {
  const auto why = obstacle(m_sheet());
  setEnabled(why.isEmpty());
  setToolTip(why);
  Q_EMIT changed();
}

void MoneyOffer::open() {
  const auto *sheet = m_sheet();
  if (m_dialog || !obstacle(sheet).isEmpty())
    return;
  if (m_kind != Kind::TakeBack)
    return openFor({});
  const auto recorded = recordedOf(*sheet);
  recorded.size() == 1 ? openFor(recorded.front()) : chooseOf(recorded);
}

void MoneyOffer::chooseOf(const std::vector<payments::InvoicePayment> &payments) {
  auto *menu = new QMenu(m_pane);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &payment : payments) {
    const auto text = paymentText(payment, m_sheet()->zone, m_pane->locale());
    const auto amount = formatMoney({payment.received, payment.currency}, m_pane->locale());
    connect(menu->addAction(u"%1, %2"_s.arg(amount, text.how)), &QAction::triggered, this,
            [this, payment] { openFor(payment); });
  }
  menu->popup(m_pane->mapToGlobal(m_pane->rect().center()));
}

void MoneyOffer::openFor(const payments::InvoicePayment &payment) {
  const auto *sheet = m_sheet();
  if (m_dialog || !obstacle(sheet).isEmpty())
    return;
  m_dialog = new MoneyDialog(m_connection, moneySubject(m_kind, *sheet, m_pane->locale(), payment),
                             m_pane->window());
  connect(m_dialog, &MoneyDialog::finishedWith, this, &MoneyOffer::tell);
  connect(m_dialog, &MoneyDialog::finishedWith, this, &MoneyOffer::moved);
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts, draftName(m_kind));
  m_dialog->open();
}

/// Where there is another invoice by now, it leads there.
void MoneyOffer::tell(const QString &what, const billing::AgainLinks &issued) {
  ToastMessage message{what, issued.againNumber};
  if (issued.again)
    message.other = tr("Show");
  if (m_kind == Kind::Receive) {
    message.action = tr("Undo");
    message.shortcut = undoKeys();
  }
  const auto *toast = Toast::present(m_pane->window(), message, height::statusBar);
  if (issued.again)
    connect(toast, &Toast::otherTriggered, this,
            [this, place = invoicePlace(*issued.again, issued.againNumber)] {
              Q_EMIT placeRequested(place);
            });
  connect(toast, &Toast::actionTriggered, this,
          [this, of = m_dialog->subject(), payment = payments::PaymentId(m_dialog->sentId())] {
            takeBackAtOnce(of, payment);
          });
}

/// From the toast: nothing else has happened with it yet, and where it has, it is refused.
void MoneyOffer::takeBackAtOnce(const MoneySubject &of, const payments::PaymentId &payment) {
  auto *act = new models::MoneyAct(m_connection, Kind::TakeBack, of.key, of.currency, this);
  const auto end = [this, act](const ToastMessage &message) {
    Toast::present(m_pane->window(), message, height::statusBar);
    act->deleteLater();
  };
  connect(act, &models::MoneyAct::previewed, act,
          [act, reason = tr("Undone at once")] { act->confirm(reason); });
  connect(act, &models::MoneyAct::done, this, [this, end] {
    end({tr("The payment is taken back"), {}});
    Q_EMIT moved();
  });
  connect(act, &models::MoneyAct::refused, this, [end](const Error &error) {
    end({tr("It could not be undone"), said(error), Tone::Danger});
  });
  act->setPayment(payment);
  act->preview(1); // it is taken back whole
}

} // namespace tenantry::ui
