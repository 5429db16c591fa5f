// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/correction_dialog.h"
#include "ui/forms/locale_text.h"
#include "ui/organizations/tab_page.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int longestReason = 500;

/// A quantity as it is typed, in smallest units; none: it cannot be read.
std::optional<std::int64_t> quantityOf(const QString &typed, int decimals, const QLocale &locale) {
  const auto text = decimalFromTyped(typed, decimals, locale);
  const auto fraction = text.section(u'.', 1);
  bool isNumber = false;
  const auto quantity =
      (text.section(u'.', 0, 0) + fraction.leftJustified(decimals, u'0')).toLongLong(&isNumber);
  return isNumber && fraction.size() <= decimals ? std::optional<std::int64_t>(quantity)
                                                 : std::nullopt;
}

} // namespace

CorrectionDialog::CorrectionDialog(models::Connection &connection, Subject subject, QWidget *window)
    : SnugDialog(window), m_subject(std::move(subject)),
      m_act(connection, m_subject.organization, m_subject.event.key), m_quantity(new QLineEdit),
      m_reason(new QLineEdit), m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_consequence(new Label({}, TextStyle::Body, Tone::Text2)),
      m_preview(makeFactCard(tr("What it comes to"))), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Correct usage"), ButtonVariant::Primary)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Correct usage"));
  setFixedWidth(width::dialog);
  layOut();
  m_notice->hide();
  m_preview->hide();
  m_consequence->hide();
  connect(m_quantity, &QLineEdit::textEdited, this, &CorrectionDialog::edited);
  connect(m_quantity, &QLineEdit::textEdited, this, &CorrectionDialog::keepDraft);
  connect(m_reason, &QLineEdit::textChanged, this, &CorrectionDialog::showWhetherPossible);
  connect(m_reason, &QLineEdit::textEdited, this, &CorrectionDialog::keepDraft);
  connectAct();
  m_quantity->setFocus();
  m_quantity->selectAll();
  edited();
}

void CorrectionDialog::layOut() {
  const auto &event = m_subject.event;
  const auto left =
      formatQuantity(event.left(m_subject.metric.aggregation), m_subject.metric.decimals, locale());
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title =
      new Label(tr("%1 of %2").arg(metricName(m_subject.metric.id), m_subject.organizationName),
                TextStyle::Title);
  auto *which = new Label(tr("Event “%1”").arg(event.key), TextStyle::Meta, Tone::Muted);
  for (auto *text : {title, which, m_notice, m_consequence})
    text->setWordWrap(true);
  m_quantity->setAlignment(Qt::AlignRight);
  m_quantity->setText(left);
  m_reason->setMaxLength(longestReason);
  auto *quantity = new FormField(tr("Quantity to take away"), m_quantity);
  quantity->setHint(tr("At most %1, which is what is left of the event.").arg(left));
  auto *reason = new FormField(tr("Reason"), m_reason);
  reason->setHint(tr("It appears in the timeline."));
  for (auto *part : std::initializer_list<QWidget *>{title, which, quantity, reason, m_notice,
                                                     m_preview, m_consequence, m_progress})
    layout->addWidget(part);
  layout->addWidget(makeFoot());
}

QWidget *CorrectionDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field corrects nothing
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this,
          [this] { m_act.confirm(m_reason->text().trimmed()); });
  return foot;
}

void CorrectionDialog::connectAct() {
  using Act = models::CorrectionAct;
  connect(&m_act, &Act::previewed, this, &CorrectionDialog::showPreview);
  connect(&m_act, &Act::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = said(error);
    clearPreview();
    showNotice(m_refusal, true);
    showWhetherPossible();
  });
  connect(&m_act, &Act::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_act, &Act::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_act, &Act::done, this, [this] {
    if (m_draft)
      m_draft->forget();
    Q_EMIT finishedWith(
        tr("%1 of %2 corrected").arg(metricName(m_subject.metric.id), m_subject.organizationName));
    accept();
  });
}

void CorrectionDialog::keepDraftIn(models::DraftStore &drafts) {
  m_draft = new models::TypedDraft(
      drafts,
      {u"usage-correction"_s,
       u"%1/%2"_s.arg(m_subject.organization.toString(), m_subject.event.key)},
      this);
  m_draft->restore([this](const models::FormValues &typed) {
    if (m_reason->text().isEmpty())
      m_reason->setText(typed.value(u"reason"_s));
    if (const auto quantity = typed.value(u"quantity"_s); !quantity.isEmpty()) {
      m_quantity->setText(quantity);
      edited();
    }
  });
}

void CorrectionDialog::keepDraft() {
  if (m_draft)
    m_draft->keep({{u"quantity"_s, m_quantity->text()}, {u"reason"_s, m_reason->text()}});
}

void CorrectionDialog::edited() {
  showNotice({}, false);
  m_refusal.clear();
  const auto quantity = quantityOf(m_quantity->text(), m_subject.metric.decimals, locale());
  if (quantity && *quantity != 0) {
    m_progress->setBusy();
    m_act.preview(*quantity);
  } else {
    m_progress->setIdle();
    m_act.forget();
    clearPreview();
    if (!m_quantity->text().trimmed().isEmpty())
      m_refusal = tr("The quantity cannot be read");
  }
  showWhetherPossible();
}

QString CorrectionDialog::consequenceOf(const usage::CorrectionPicture &picture) const {
  if (!picture.isCharged)
    return tr("Nothing is billed for it. The event stays as it is; the correction stands beside "
              "it.");
  return picture.isOnNextInvoice()
             ? tr("Its period is closed: %1 billed it. What was too much is given back with the "
                  "subscription's next invoice, on it or as a credit note.")
                   .arg(picture.closing)
             : tr("Its period is not billed yet: the invoice that closes it has what is left. The "
                  "event stays as it is; the correction stands beside it.");
}

void CorrectionDialog::addFact(const QString &what, const QString &value, bool isSum) {
  auto *row = new FactRow(what, value);
  if (isSum) {
    m_preview->body()->addWidget(new Separator);
    row->setStrong();
  }
  m_preview->body()->addWidget(row);
  m_said += what + u' ' + value;
}

void CorrectionDialog::showPreview() {
  m_progress->setIdle();
  clearPreview();
  const auto &picture = *m_act.shown();
  const auto text = [&](std::int64_t quantity) {
    return formatQuantity(quantity, picture.decimals, locale());
  };
  m_preview->setFact(periodWord(picture.period, locale()));
  addFact(tr("Used in the period now"), text(picture.before));
  addFact(tr("Left of the event after it"), text(picture.left - picture.taken));
  addFact(tr("Used in the period after it"), text(picture.after), true);
  m_consequence->setText(consequenceOf(picture));
  m_said += m_consequence->text();
  m_preview->show();
  m_consequence->show();
  if (!m_refusal.isEmpty())
    showNotice({}, false);
  m_refusal.clear();
  showWhetherPossible();
}

void CorrectionDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
  m_consequence->hide();
}

void CorrectionDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void CorrectionDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString CorrectionDialog::obstacle() const {
  if (m_act.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (m_quantity->text().trimmed().isEmpty())
    return tr("No quantity is given");
  if (m_reason->text().trimmed().isEmpty())
    return tr("No reason is given");
  return m_act.shown() ? QString() : tr("The result is not known yet");
}

QString CorrectionDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

} // namespace tenantry::ui
