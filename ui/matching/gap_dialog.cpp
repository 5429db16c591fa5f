// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/gap_dialog.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/matching/gap_words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestGapReason = 500;
const QString statementKey = u"statement"_s, reasonKey = u"reason"_s;
} // namespace

GapDialog::GapDialog(models::Connection &connection, models::StatementGaps &gaps, QWidget *window)
    : SnugDialog(window), m_connection(connection), m_gaps(gaps), m_act(connection),
      m_gap(new QComboBox), m_sentence(new Label), m_reason(new QLineEdit),
      m_typed(new TypedConfirmation(tr("Name of the later statement"))),
      m_notice(new Label({}, TextStyle::Body, Tone::Danger)), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Nothing is missing"), ButtonVariant::Danger)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Nothing is missing between two statements"));
  setFixedWidth(width::dialog);
  layOut();
  connectAct();
  showGaps();
  m_reason->setFocus();
}

void GapDialog::layOut() {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(tr("Nothing is missing there"), TextStyle::Title);
  auto *then = new Label(
      tr("The gap is no longer shown. A statement that comes after all can still be imported."),
      TextStyle::Body, Tone::Text2);
  for (auto *label : {m_sentence, m_notice, then})
    label->setWordWrap(true);
  m_reason->setMaxLength(longestGapReason);
  m_notice->hide();
  auto *reason = new FormField(tr("Reason"), m_reason);
  reason->setHint(tr("It is kept with your login and the time."));
  for (auto *part :
       std::initializer_list<QWidget *>{title, new FormField(tr("Gap"), m_gap), m_sentence, reason,
                                        m_typed, m_notice, then, m_progress, makeFoot()})
    layout->addWidget(part);
}

QWidget *GapDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field accepts nothing
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this, [this] {
    showNotice({});
    if (const auto *gap = chosen())
      m_act.accept(gap->later.id, m_reason->text().trimmed());
  });
  return foot;
}

void GapDialog::connectAct() {
  using Act = models::GapAct;
  connect(m_gap, &QComboBox::currentIndexChanged, this, &GapDialog::showChosen);
  connect(m_gap, &QComboBox::activated, this, &GapDialog::keepDraft);
  connect(m_reason, &QLineEdit::textChanged, this, &GapDialog::showWhetherPossible);
  connect(m_reason, &QLineEdit::textEdited, this, &GapDialog::keepDraft);
  connect(m_typed, &TypedConfirmation::edited, this, &GapDialog::showWhetherPossible);
  connect(&m_gaps, &models::StatementGaps::changed, this, &GapDialog::showGaps);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &GapDialog::showWhetherPossible);
  connect(&m_act, &Act::refused, this, [this](const Error &error) { showNotice(said(error)); });
  connect(&m_act, &Act::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_act, &Act::done, this, [this] {
    if (m_draft)
      m_draft->forget();
    Q_EMIT gapAccepted(tr("The gap is no longer shown"));
    accept();
  });
}

/// One that was closed meanwhile goes; the others stay as they were chosen. While it is being done
/// the news of it say nothing new.
void GapDialog::showGaps() {
  const auto *gaps = m_gaps.facts();
  if (!gaps || m_act.isBusy())
    return;
  const auto before = m_gap->currentData().toString();
  {
    const QSignalBlocker quiet(m_gap);
    m_gap->clear();
    for (const auto &gap : *gaps)
      m_gap->addItem(gapName(gap), gap.later.id.toString());
    m_gap->setCurrentIndex(std::max(0, m_gap->findData(before)));
  }
  showChosen();
}

const payments::StatementGap *GapDialog::chosen() const {
  if (const auto *gaps = m_gaps.facts())
    for (const auto &gap : *gaps)
      if (gap.later.id.toString() == m_gap->currentData().toString())
        return &gap;
  return nullptr;
}

void GapDialog::showChosen() {
  const auto *gap = chosen();
  m_sentence->setText(gap ? gapSentence(*gap, locale()) : tr("No gap is open any more."));
  m_typed->setExpected(gap ? gap->later.name : QString());
  showWhetherPossible();
}

void GapDialog::keepDraftIn(models::DraftStore &drafts) {
  m_draft = new models::TypedDraft(drafts, {u"bank-gap"_s, {}}, this);
  m_draft->restore([this](const models::FormValues &typed) {
    const int of = m_gap->findData(typed.value(statementKey));
    if (of < 0 || !m_reason->text().isEmpty())
      return;
    m_gap->setCurrentIndex(of);
    m_reason->setText(typed.value(reasonKey));
  });
}

/// Which gap is no text of anybody's: where no reason is typed there is no draft.
void GapDialog::keepDraft() {
  if (m_draft)
    m_draft->keep(
        {{statementKey, m_reason->text().isEmpty() ? QString() : m_gap->currentData().toString()},
         {reasonKey, m_reason->text()}});
}

void GapDialog::showNotice(const QString &text) {
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void GapDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString GapDialog::obstacle() const {
  if (m_act.isBusy())
    return tr("It is being done");
  if (!m_connection.isConnected())
    return offLineReason();
  if (!chosen())
    return tr("No gap is open");
  if (m_reason->text().trimmed().isEmpty())
    return tr("No reason is given");
  return m_typed->isGiven() ? QString() : tr("It is not confirmed yet");
}

QLineEdit *GapDialog::deliberate() const { return m_typed->input(); }

QString GapDialog::sentence() const { return m_sentence->text(); }

QString GapDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
