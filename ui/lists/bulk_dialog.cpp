// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/bulk_dialog.h"
#include "ui/forms/line_editors.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/lists/asked_amount.h"
#include "ui/lists/bulk_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
const QString reasonField = u"reason"_s, dayField = u"day"_s, wayField = u"way"_s;
} // namespace

BulkDialog::BulkDialog(const BulkOffer &offer, models::BulkRun &run,
                       const models::BulkTarget &target, QWidget *window)
    : SnugDialog(window), m_offer(offer), m_run(run), m_target(target),
      m_title(new Label(offer.question(target.expected()), TextStyle::Title)),
      m_text(new Label(tr("Looking at what it would change…"), TextStyle::Body, Tone::Text2)),
      m_consequence(new Label(offer.consequence, TextStyle::Body, Tone::Text2)),
      m_progress(new ProgressLine),
      m_confirm(makeButton(offer.name,
                           offer.mayBeFinal() ? ButtonVariant::Danger : ButtonVariant::Primary,
                           offer.iconName)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(offer.name);
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  for (auto *text : {m_title, m_text, m_consequence}) {
    text->setWordWrap(true);
    layout->addWidget(text);
  }
  addFields(layout);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  connect(&m_run, &models::BulkRun::previewed, this, &BulkDialog::showPreview);
  connect(&m_run, &models::BulkRun::previewFailed, this, &BulkDialog::showError);
  connect(this, &QDialog::rejected, this, [this] { m_run.cancel(); });
  m_progress->setBusy();
  showWhetherPossible();
  look();
}

void BulkDialog::look() {
  const auto act = m_offer.made(answer());
  m_undoneAtMost = act.undoneAtMost;
  m_run.preview(act, m_target);
}

void BulkDialog::addDay(QVBoxLayout *layout) {
  m_day = new DayEditor;
  m_proposedDay = toIso(m_offer.proposedDay());
  m_day->setValue(m_proposedDay);
  layout->addWidget(new FormField(m_offer.dayName, m_day->input()));
  connect(m_day, &FieldEditor::edited, this, &BulkDialog::lookAgain);
  connect(day(), &QLineEdit::textEdited, this, &BulkDialog::lookAgain);
}

QLineEdit *BulkDialog::day() const {
  return m_day ? qobject_cast<QLineEdit *>(m_day->input()) : nullptr;
}

void BulkDialog::addAmount(QVBoxLayout *layout) {
  m_amount = new AskedAmount(m_offer.amountName, m_offer.whyAmount);
  layout->addWidget(m_amount);
  connect(m_amount, &AskedAmount::edited, this, &BulkDialog::lookAgain);
}

QLineEdit *BulkDialog::amount() const {
  return m_amount && m_amount->isAsked() ? m_amount->input() : nullptr;
}

void BulkDialog::lookAgain() {
  keepTyped();
  m_changes.reset();
  m_text->setTone(Tone::Text2);
  showWhetherFinal();
  showWhetherPossible();
  if (m_day && !answer().day)
    return;
  m_isStale = m_run.isRunning();
  if (m_isStale)
    return;
  m_progress->setBusy();
  look();
}

BulkAnswer BulkDialog::answer() const {
  BulkAnswer answer;
  if (m_reason)
    answer.reason = m_reason->text().trimmed();
  if (m_way)
    answer.way = m_way->currentData().toString();
  if (m_day)
    if (const auto day = parseDay(m_day->value()))
      answer.day = *day;
  if (m_amount)
    answer.amount = m_amount->said();
  return answer;
}

void BulkDialog::addWays(QVBoxLayout *layout) {
  m_way = new QComboBox;
  for (const auto &way : m_offer.ways)
    if (!way.exists || way.exists())
      m_way->addItem(way.name, way.key);
  auto *field = new FormField(m_offer.wayName, m_way);
  field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  layout->addWidget(field);
  connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
    showWay();
    lookAgain();
  });
}

/// What was typed confirms one way, and not another.
void BulkDialog::showWay() {
  m_typed->input()->clear();
  showWhetherFinal();
}

/// What was before is kept of so many rows and no more; only a preview says whether these are more.
bool BulkDialog::isTooMuchToUndo() const {
  return !m_offer.way(answer().way).isFinal && m_changes.value_or(0) > m_undoneAtMost;
}

bool BulkDialog::isFinal() const { return m_offer.way(answer().way).isFinal || isTooMuchToUndo(); }

void BulkDialog::showWhetherFinal() {
  auto text = m_offer.way(answer().way).consequence;
  if (isTooMuchToUndo())
    text +=
        u"\n"_s + tr("These are too many for that: what was before is kept of up to %1 rows, so "
                     "this cannot be undone.")
                      .arg(formatNumber(m_undoneAtMost, locale()));
  m_consequence->setText(text);
  m_typed->setVisible(isFinal());
}

QString BulkDialog::consequence() const { return m_consequence->text(); }

void BulkDialog::addFields(QVBoxLayout *layout) {
  if (!m_offer.ways.isEmpty())
    addWays(layout);
  if (m_offer.actWithDay)
    addDay(layout);
  if (m_offer.whyAmount)
    addAmount(layout);
  if (m_offer.needsReason) {
    m_reason = new QLineEdit;
    m_reason->setMaxLength(200);
    auto *field = new FormField(tr("Reason"), m_reason);
    field->setHint(tr("It appears in the timeline of each."));
    layout->addWidget(field);
    connect(m_reason, &QLineEdit::textChanged, this, &BulkDialog::showWhetherPossible);
    connect(m_reason, &QLineEdit::textChanged, this, &BulkDialog::keepTyped);
  }
  m_typed = new TypedConfirmation(tr("How many"));
  layout->addWidget(m_typed);
  connect(m_typed, &TypedConfirmation::edited, this, &BulkDialog::showWhetherPossible);
  showWay();
}

QLineEdit *BulkDialog::deliberate() const { return isFinal() ? m_typed->input() : nullptr; }

QWidget *BulkDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *cancel = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(cancel);
  row->addWidget(m_confirm);
  m_confirm->setDefault(true);
  cancel->setAutoDefault(false);
  connect(cancel, &QPushButton::clicked, this, [this] {
    if (m_draft)
      m_draft->forget();
    reject();
  });
  connect(m_confirm, &QPushButton::clicked, this, [this] {
    Q_EMIT confirmed(answer());
    accept();
  });
  return foot;
}

void BulkDialog::keepDraftIn(models::TypedDraft &draft) {
  m_draft = &draft;
  const QPointer<BulkDialog> self(this);
  draft.restore([self](const models::FormValues &typed) {
    if (!self || !self->m_reason || !self->m_reason->text().isEmpty())
      return; // somebody types already
    const bool isOther = self->m_amount && self->m_amount->restore(typed);
    const auto day = typed.value(dayField);
    self->m_reason->setText(typed.value(reasonField));
    if (const auto way = typed.value(wayField); self->m_way && !way.isEmpty())
      self->m_way->setCurrentIndex(std::max(0, self->m_way->findData(way)));
    if (self->m_day && !day.isEmpty())
      self->m_day->setValue(day);
    else if (!isOther)
      return;
    self->lookAgain();
  });
}

/// The number that confirms it is not: that is a deliberate act each time.
void BulkDialog::keepTyped() {
  if (!m_draft)
    return;
  models::FormValues typed;
  if (m_reason)
    typed[reasonField] = m_reason->text();
  if (m_way && m_way->currentIndex() > 0)
    typed[wayField] = answer().way;
  if (m_day && m_day->value() != m_proposedDay)
    typed[dayField] = m_day->value();
  if (m_amount)
    typed.insert(m_amount->typed());
  m_draft->keep(typed);
}

QString BulkDialog::text() const { return m_text->text(); }

void BulkDialog::showPreview(const models::BulkPreview &preview) {
  m_progress->setIdle();
  if (m_isStale)
    return lookAgain();
  if (m_amount && m_amount->ask(preview.asked))
    return lookAgain(); // it was typed before
  m_changes = preview.changes;
  m_seen = preview.seen;
  const qint64 rows = preview.asked ? 1 : preview.changes;
  m_title->setText(m_offer.question(rows));
  m_text->setText(preview.asked && !m_amount->said()
                      ? tr("What it comes to is known once the amount is.")
                      : previewSentences(preview, locale(), m_offer.amounts).join(u'\n'));
  m_typed->setExpected(QString::number(rows));
  showWhetherFinal();
  showWhetherPossible();
}

void BulkDialog::showError(const Error &error) {
  m_progress->setIdle();
  m_text->setTone(Tone::Danger);
  m_text->setText(said(error));
}

void BulkDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString BulkDialog::obstacle() const {
  if (m_day && !answer().day)
    return tr("That is no day");
  if (const auto why = m_amount ? m_amount->obstacle() : QString(); !why.isEmpty())
    return why;
  if (!m_changes)
    return tr("What it would change is not known yet");
  if (*m_changes == 0)
    return tr("It would change nothing");
  if (m_reason && m_reason->text().trimmed().isEmpty())
    return tr("A reason is needed");
  if (isFinal() && !m_typed->isGiven())
    return tr("Type how many to confirm");
  return {};
}

} // namespace tenantry::ui
