// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/subscription_dialog.h"
#include "ui/forms/typed_confirmation.h"
#include "ui/organizations/change_preview_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QVBoxLayout *makeDialogColumn() {
  auto *layout = new QVBoxLayout;
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::x3);
  return layout;
}

} // namespace

SubscriptionDialog::SubscriptionDialog(models::Connection &connection,
                                       const models::OrganizationFacts &facts, const Look &look,
                                       QWidget *window)
    : SnugDialog(window), m_facts(facts), m_changer(connection, facts.organization.id),
      m_fields(makeDialogColumn()), m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_preview(new ChangePreviewView), m_consequence(new Label({}, TextStyle::Body, Tone::Text2)),
      m_deliberation(makeDialogColumn()), m_progress(new ProgressLine),
      m_confirm(makeButton(look.confirm, look.variant, look.iconName)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(look.confirm);
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(look.title, TextStyle::Title);
  for (auto *text : {title, m_notice, m_consequence})
    text->setWordWrap(true);
  layout->addWidget(title);
  layout->addLayout(m_fields);
  layout->addWidget(m_notice);
  layout->addWidget(m_preview);
  layout->addWidget(m_consequence);
  layout->addLayout(m_deliberation);
  layout->addStretch(1);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  connectChanger();
}

QWidget *SubscriptionDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  m_confirm->setDefault(true);
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, [this] {
    if (m_draft)
      m_draft->forget();
    reject();
  });
  connect(m_confirm, &QPushButton::clicked, &m_changer, &models::SubscriptionChanger::confirm);
  return foot;
}

void SubscriptionDialog::addTypedConfirmation() {
  m_typed = new TypedConfirmation(tr("Name of the organization"));
  m_typed->setExpected(m_facts.organization.name);
  m_typed->hide();
  m_deliberation->addWidget(m_typed);
  connect(m_typed, &TypedConfirmation::edited, this, &SubscriptionDialog::showWhetherPossible);
}

void SubscriptionDialog::begin(Offers offers) {
  m_awaitsOffers = offers == Offers::Needed;
  edited();
  if (m_awaitsOffers)
    m_changer.readOffers();
}

void SubscriptionDialog::connectChanger() {
  using Changer = models::SubscriptionChanger;
  connect(&m_changer, &Changer::offered, this, &SubscriptionDialog::takeOffers);
  connect(&m_changer, &Changer::previewed, this, [this](const models::ChangePreview &preview) {
    m_progress->setIdle();
    m_refusal.clear();
    m_preview->show(preview);
    showConsequence();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = said(error);
    m_preview->clear();
    const bool isNothing = error.code == u"subscription.no_change"_s;
    showNotice(isNothing ? QString() : said(error), true);
    showConsequence();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::outdated, this, [this](const Error &error) {
    showNotice(said(error), false);
    m_progress->setBusy();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_changer, &Changer::done, this, [this] {
    if (m_draft)
      m_draft->forget();
    const auto &shown = m_changer.shown();
    Q_EMIT changed(shown ? doneText(*shown) : QString(), undo());
    accept();
  });
}

// What is offered may choose for who has not chosen yet: that is not typed.
void SubscriptionDialog::takeOffers(const QList<models::PlanOffer> &offers) {
  const bool isUntouched = typed() == m_first;
  m_awaitsOffers = false;
  showOffers(offers);
  if (isUntouched)
    m_first = typed();
  if (m_before.isEmpty())
    edited();
  else
    restore();
}

void SubscriptionDialog::edited() {
  showNotice({}, false);
  if (m_draft && m_before.isEmpty())
    m_draft->keep(typed() == m_first ? models::FormValues() : typed());
  m_refusal = objection();
  if (m_refusal.isEmpty() && m_changer.shows(wanted())) {
    // Enter in a field says once more what it says: it is to do what is shown.
  } else if (m_refusal.isEmpty()) {
    m_progress->setBusy();
    m_changer.preview(wanted());
  } else {
    m_progress->setIdle();
    m_changer.forget();
    m_preview->clear();
    showConsequence();
  }
  showWhetherPossible();
}

void SubscriptionDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void SubscriptionDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString SubscriptionDialog::obstacle() const {
  if (m_changer.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (!m_changer.shown())
    return tr("The result is not known yet");
  if (auto needed = missing(); !needed.isEmpty())
    return needed;
  return isFinal() && !m_typed->isGiven() ? tr("Type the name to confirm") : QString();
}

QLineEdit *SubscriptionDialog::deliberate() const {
  return m_typed && !m_typed->isHidden() ? m_typed->input() : nullptr;
}

void SubscriptionDialog::showConsequence() {
  if (m_typed)
    m_typed->setVisible(isFinal());
  const auto &shown = m_changer.shown();
  m_consequence->setText(shown ? meaning(*shown) : QString());
}

QString SubscriptionDialog::previewText() const { return m_preview->text(); }

QString SubscriptionDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

QString SubscriptionDialog::consequence() const { return m_consequence->text(); }

void SubscriptionDialog::keepDraftIn(models::DraftStore &drafts) {
  if (draftName().isEmpty())
    return;
  m_draft = new models::TypedDraft(
      drafts, {u"subscription"_s, u"%1/%2"_s.arg(m_facts.organization.id.toString(), draftName())},
      this);
  m_first = typed();
  m_draft->restore([this](const models::FormValues &before) {
    m_before = before;
    restore();
  });
}

/// Plans that are sold no more are not chosen again, and nobody's hands are moved.
void SubscriptionDialog::restore() {
  if (m_before.isEmpty() || m_awaitsOffers)
    return;
  const auto before = std::exchange(m_before, {});
  if (typed() != m_first)
    return m_draft->keep(typed()); // somebody chooses already
  fill(before);
  edited();
  if (typed() != m_first)
    showNotice(tr("What was chosen here before is filled in again."), false);
}

} // namespace tenantry::ui
