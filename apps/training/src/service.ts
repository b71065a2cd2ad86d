import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { ClassEntity } from './class/class.entity.js';
import { CourseEditionEntity } from './course/course-edition.entity.js';
import { CourseEntity } from './course/course.entity.js';
import { Class1764600400000 } from './database/class.migration.js';
import { Contest1764601140000 } from './database/contest.migration.js';
import { ContestEntity } from './contest/contest.entity.js';
import { RoundEntity } from './contest/round.entity.js';
import { Course1764600100000 } from './database/course.migration.js';
import { Duty1764600200000 } from './database/duty.migration.js';
import { Handbook1764601100000 } from './database/handbook.migration.js';
import { Preparation1764601210000 } from './database/preparation.migration.js';
import { PastAttendance1764601150000 } from './database/past.migration.js';
import { Moved1764601220000 } from './database/moved.migration.js';
import { Plan1764600300000 } from './database/plan.migration.js';
import { Question1764601120000 } from './database/question.migration.js';
import { Quiz1764601130000 } from './database/quiz.migration.js';
import { Study1764600800000 } from './database/study.migration.js';
import { Training1764600000000 } from './database/training.migration.js';
import { EnrollmentEntity } from './enrollment/enrollment.entity.js';
import { ChapterEntity } from './handbook/chapter.entity.js';
import { LessonEntity } from './lesson/lesson.entity.js';
import { DutyEntity } from './duty/duty.entity.js';
import { PastImportEntity } from './past-import/past-import.entity.js';
import { PreparationEntity } from './preparation/preparation.entity.js';
import { TrainingPlanEntity } from './plan/training-plan.entity.js';
import { QuizEntity } from './quiz/quiz.entity.js';
import { QuestionEntity } from './question/question.entity.js';
import { StudyCampaignEntity } from './study/study-campaign.entity.js';
import { StudyLevelEntity } from './study/study-level.entity.js';
import { TrainingModule } from './training.module.js';

export const training: ServiceDefinition = {
  name: 'training',
  module: TrainingModule,
  entities: [
    CourseEntity,
    CourseEditionEntity,
    DutyEntity,
    TrainingPlanEntity,
    ClassEntity,
    LessonEntity,
    EnrollmentEntity,
    StudyCampaignEntity,
    StudyLevelEntity,
    ChapterEntity,
    PastImportEntity,
    PreparationEntity,
    QuestionEntity,
    QuizEntity,
    ContestEntity,
    RoundEntity,
  ],
  migrations: [
    Training1764600000000,
    Course1764600100000,
    Duty1764600200000,
    Plan1764600300000,
    Class1764600400000,
    Study1764600800000,
    Handbook1764601100000,
    Question1764601120000,
    Quiz1764601130000,
    Contest1764601140000,
    PastAttendance1764601150000,
    Preparation1764601210000,
    Moved1764601220000,
  ],
  drawWorkbook: streamOfWorkbook,
};
