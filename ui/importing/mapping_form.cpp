// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mapping_form.h"
#include "ui/importing/field_words.h"
#include "ui/theme/console_style.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/surface.h"
#include <QComboBox>
#include <QGridLayout>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
enum Column { NameColumn, StateColumn, ChoiceColumn, SampleColumn };
constexpr int choiceWidth = 240;
} // namespace

MappingForm::MappingForm(QWidget *parent)
    : ScrollPage(tr("Columns"), parent), m_sampleTitle(tr("First row")) {}

void MappingForm::addHead() {
  const std::pair<Column, QString> heads[] = {{NameColumn, tr("Field")},
                                              {ChoiceColumn, tr("Column of the file")},
                                              {SampleColumn, m_sampleTitle}};
  for (const auto &[column, text] : heads)
    m_grid->addWidget(new Label(text, TextStyle::CaptionStrong, Tone::Muted), 0, column);
}

/// The form is made anew: another choice can change what the other fields may take. Who chooses
/// stays where he is.
void MappingForm::show(const models::ImportSheet &sheet) {
  const auto *focused = widget() ? widget()->focusWidget() : nullptr;
  const auto chosen = focused && focused->hasFocus() ? focused->objectName() : QString();
  const int at = verticalScrollBar()->value();
  auto *content = new Surface;
  m_grid = new QGridLayout(content);
  m_grid->setContentsMargins(space::x5, space::x3, space::x5, space::x3);
  m_grid->setHorizontalSpacing(space::x3);
  m_grid->setVerticalSpacing(space::x1);
  m_grid->setColumnStretch(SampleColumn, 1);
  addHead();
  int row = 1;
  for (const auto &field : sheet.format->fields)
    addField(row++, sheet, field);
  m_grid->setRowStretch(row, 1);
  setWidget(content);
  if (auto *choice = chosen.isEmpty() ? nullptr : content->findChild<QComboBox *>(chosen))
    choice->setFocus();
  // Only then it is laid out.
  QMetaObject::invokeMethod(
      content, [this, at] { verticalScrollBar()->setValue(at); }, Qt::QueuedConnection);
}

void MappingForm::addField(int row, const models::ImportSheet &sheet,
                           const importing::ImportField &field) {
  // What was chosen stands there though it cannot be: beside what is wrong with it.
  const bool isRefused = sheet.error && sheet.error->code != u"mapping.field_missing"_s &&
                         sheet.error->place.field == field.key;
  const auto column = sheet.overrides.contains(field.key)
                          ? sheet.columns.indexOf(sheet.overrides.value(field.key))
                          : sheet.mapping.columnOf.value(field.key, -1);
  auto *choice = new QComboBox;
  choice->addItem(tr("not imported"), QString());
  for (const auto &name : sheet.columns)
    choice->addItem(name, name);
  choice->setCurrentIndex(int(column) + 1);
  choice->setObjectName(field.key);
  choice->setFixedWidth(choiceWidth);
  choice->setAccessibleName(tr("Column for %1").arg(fieldName(field.key)));
  connect(choice, &QComboBox::activated, this, [this, choice, key = field.key] {
    Q_EMIT columnChosen(key, choice->currentData().toString());
  });
  m_grid->addWidget(new Label(fieldName(field.key)), row, NameColumn);
  const bool isMissing = sheet.mapping.missingRequired.contains(field.key);
  if (field.presence == importing::Presence::Required && (column >= 0 || isMissing))
    m_grid->addWidget(isMissing ? new Badge(tr("Needed"), Tone::Danger, BadgeKind::State)
                                : new Badge(tr("Needed")),
                      row, StateColumn, Qt::AlignLeft | Qt::AlignVCenter);
  m_grid->addWidget(choice, row, ChoiceColumn);
  auto *sample = new ElidedLabel(TextStyle::Meta, isRefused ? Tone::Danger : Tone::Muted);
  sample->setText(isRefused ? said(*sheet.error) : sheet.sampleOf(field.key));
  if (isRefused) {
    choice->setProperty(style_property::state, QByteArray("error"));
    choice->setAccessibleDescription(said(*sheet.error));
  }
  m_grid->addWidget(sample, row, SampleColumn);
}

} // namespace tenantry::ui
