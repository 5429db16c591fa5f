// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/month_dialog.h"
#include "ui/billing/line_row.h"
#include "ui/ledger/ledger_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestReason = 500;
} // namespace

MonthDialog::MonthDialog(models::Connection &connection, Act act, std::chrono::year_month month,
                         QWidget *window)
    : SnugDialog(window), m_act(act), m_closer(connection, month),
      m_month(monthName(month, locale())),
      m_closing(makeFactCard(act == Act::Close ? tr("What is closed") : tr("What is opened"))),
      m_left(makeSnugCard(tr("Not in it yet"))), m_reason(new QLineEdit),
      m_notice(new Label({}, TextStyle::Body, Tone::Danger)), m_progress(new ProgressLine),
      m_confirm(makeButton(act == Act::Close ? tr("Close %1").arg(m_month)
                                             : tr("Open %1 again").arg(m_month),
                           act == Act::Close ? ButtonVariant::Danger : ButtonVariant::Primary)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(act == Act::Close ? tr("Close a month") : tr("Open a month again"));
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(act == Act::Close ? tr("Close the books of %1").arg(m_month)
                                            : tr("Open the books of %1 again").arg(m_month),
                          TextStyle::Title);
  auto *then = new Label(consequence(), TextStyle::Body, Tone::Text2);
  for (auto *label : {title, then, m_notice})
    label->setWordWrap(true);
  m_reason->setMaxLength(longestReason);
  auto *reason = new FormField(tr("Reason"), m_reason);
  reason->setHint(tr("It is kept with your login and the time."));
  reason->setVisible(act == Act::Reopen);
  for (auto *part : std::initializer_list<QWidget *>{title, m_closing, m_left, reason, m_notice,
                                                     then, m_progress, makeFoot()})
    layout->addWidget(part);
  for (auto *part : std::initializer_list<QWidget *>{m_closing, m_left, m_notice})
    part->hide();
  connect(m_reason, &QLineEdit::textChanged, this, &MonthDialog::showWhetherPossible);
  using Closer = models::MonthCloser;
  connect(&m_closer, &Closer::previewed, this, &MonthDialog::showPreview);
  connect(&m_closer, &Closer::refused, this, [this](const Error &error) {
    m_refusal = said(error);
    m_progress->setIdle();
    showNotice(said(error));
    showWhetherPossible();
    if (error.code == u"ledger.picture_changed")
      return readPreview(); // which is confirmed anew
    Q_EMIT previewed();
  });
  connect(&m_closer, &Closer::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_closer, &Closer::done, this, [this] {
    Q_EMIT acted(m_act == Act::Close ? tr("%1 is closed").arg(m_month)
                                     : tr("%1 is open again").arg(m_month));
    accept();
  });
  readPreview();
  showWhetherPossible();
}

void MonthDialog::readPreview() {
  m_progress->setBusy();
  if (m_act == Act::Close)
    m_closer.preview();
  else
    m_closer.previewReopening();
}

QString MonthDialog::consequence() const {
  const auto next = billing::firstDayOf(m_closer.month() + std::chrono::months(1));
  const auto last = formatDay(next - std::chrono::days(1), locale());
  if (m_act == Act::Close)
    return tr("Nothing more is booked on days through %1: an invoice, a payment or a correction of "
              "those days is refused. What comes later is booked on the day it comes, money by "
              "bank on the first open day. Opening the month again takes a reason, and both stay "
              "in the history.")
        .arg(last);
  return tr("%1 and the months after it take postings again, until they are closed anew. Exports "
            "that were handed on may then differ from the books.")
      .arg(m_month);
}

QWidget *MonthDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  m_confirm->setAutoDefault(false); // Enter closes no month
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this, &MonthDialog::confirm);
  return foot;
}

void MonthDialog::confirm() {
  m_refusal.clear();
  showNotice({});
  if (m_act == Act::Close)
    m_closer.close();
  else
    m_closer.reopen(m_reason->text().trimmed());
}

void MonthDialog::addFact(const QString &what, const QString &value) {
  m_closing->body()->addWidget(new FactRow(what, value));
  m_said += what + u' ' + value;
}

/// A line that leads to where it can be done.
void MonthDialog::addLeft(const QString &what, std::int64_t count, const Place &place) {
  if (count == 0)
    return;
  const auto number = formatNumber(count, locale());
  auto *row = new LineRow({what, {}}, number, true);
  connect(row, &LineRow::clicked, this, [this, place] {
    reject();
    Q_EMIT placeRequested(place);
  });
  m_left->body()->addWidget(row);
  m_said += what + u' ' + number;
}

void MonthDialog::showPreview() {
  m_progress->setIdle();
  m_refusal.clear();
  m_said.clear();
  clearLayout(m_closing->body());
  clearLayout(m_left->body());
  if (const auto *end = m_closer.shown())
    showClosing(*end);
  else if (const auto *reopening = m_closer.reopening())
    showReopening(*reopening);
  m_closing->show();
  showWhetherPossible();
  Q_EMIT previewed();
}

void MonthDialog::showReopening(const billing::Reopening &reopening) {
  const auto &months = reopening.months;
  addFact(months.size() == 1 ? tr("Month") : tr("Months"),
          months.size() == 1 ? m_month
                             : tr("%1 to %2").arg(m_month, monthName(months.back(), locale())));
  addFact(tr("Entries that are final no longer"), formatNumber(reopening.entries, locale()));
  addFact(tr("Closed through"), formatDay(reopening.through, locale()));
}

void MonthDialog::showClosing(const payments::MonthEnd &end) {
  addFact(end.months.size() == 1 ? tr("Month") : tr("Months"),
          end.months.size() == 1
              ? m_month
              : tr("%1 to %2").arg(monthName(end.months.front(), locale()), m_month));
  addFact(tr("Entries that become final"), formatNumber(end.entries, locale()));
  addFact(tr("Revenue of it"), end.isRecognized ? tr("is booked") : tr("is booked first"));
  addLeft(tr("Drafts that nobody finalized"), end.drafts,
          {Place::Kind::Invoices, {}, {}, {}, u"draft"_s});
  addLeft(tr("Subscriptions to be billed"), end.unbilled, {Place::Kind::Billing, {}, {}, {}});
  addLeft(tr("Invoices that wait for a provider's answer"), end.unanswered,
          {Place::Kind::Invoices, {}, {}, {}, u"unanswered"_s});
  addLeft(tr("Contradicted by the provider"), end.contradicted,
          {Place::Kind::Contradictions, {}, {}, {}});
  addLeft(tr("Entries of the bank that wait"), end.unmatched, {Place::Kind::Matching, {}, {}, {}});
  m_left->setVisible(end.left() > 0);
}

void MonthDialog::showNotice(const QString &text) {
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

QString MonthDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

void MonthDialog::showWhetherPossible() {
  const auto why = [this] {
    if (m_closer.isBusy())
      return tr("It is being done");
    if (!m_refusal.isEmpty())
      return m_refusal;
    if (!m_closer.shown() && !m_closer.reopening())
      return tr("What it means is not known yet");
    const bool isUnsaid = m_act == Act::Reopen && m_reason->text().trimmed().isEmpty();
    return isUnsaid ? tr("Say why it is reopened") : QString();
  };
  setBlocked(m_confirm, why());
}

} // namespace tenantry::ui
